package ua.vidnova.medical.need;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A need with its state, as a view of the database derives it from trips and visits. */
@Entity
@Immutable
@Table(name = "need_now")
public class NeedNow extends PanacheEntityBase {

  @Id private UUID id;
  private UUID residentId;
  private String about;
  private String settlement;

  @SuppressWarnings("UnusedVariable") // for lists
  private String[] areas;

  private String address;
  private UUID householdId;

  @Enumerated(EnumType.STRING)
  private AskedBy askedBy;

  private Instant askedAt;
  private String words;
  private boolean urgent;
  private boolean toldPregnant;
  private boolean toldDisability;
  private Short toldAgeYears;
  private Short toldAgeMonths;
  private LocalDate medicineUntil;
  private String notedBy;
  private String notedByName;
  private Instant notedAt;

  @Enumerated(EnumType.STRING)
  private ClosingReason closedReason;

  private String closedNote;

  @Enumerated(EnumType.STRING)
  private NeedState state;

  private UUID metByVisit;
  private UUID stopId;
  private UUID tripId;
  private LocalDate onDay;
  private int version;

  protected NeedNow() {}

  /** The stop at which it is to be met. */
  public record Planned(UUID tripId, UUID stopId, LocalDate on) {}

  static Optional<NeedNow> findNeed(UUID id) {
    return findByIdOptional(id);
  }

  /** Those within territories, by id, behind the one given. */
  static List<NeedNow> list(
      Set<String> territories,
      Optional<String> territory,
      Optional<NeedState> state,
      Optional<UUID> after,
      int limit) {
    var text = new StringBuilder("from NeedNow n where array_intersects(n.areas, :within)");
    var parameters = Parameters.with("within", territories.toArray(String[]::new));
    territory.ifPresent(
        code -> {
          text.append(" and array_contains(n.areas, :code)");
          parameters.and("code", code);
        });
    state.ifPresent(
        one -> {
          text.append(" and n.state = :state");
          parameters.and("state", one);
        });
    after.ifPresent(
        id -> {
          text.append(" and n.id > :after");
          parameters.and("after", id);
        });
    return NeedNow.<NeedNow>find(text + " order by n.id", parameters).page(0, limit).list();
  }

  public NeedFacts facts() {
    return new NeedFacts(
        residentId,
        about,
        settlement,
        address,
        householdId,
        askedBy,
        askedAt,
        words,
        urgent,
        new NeedFacts.Told(
            toldPregnant,
            toldDisability,
            toldAgeYears == null ? null : toldAgeYears.intValue(),
            toldAgeMonths == null ? null : toldAgeMonths.intValue(),
            medicineUntil));
  }

  public UUID id() {
    return id;
  }

  public NeedState state() {
    return state;
  }

  /** With PLANNED. */
  public Optional<Planned> planned() {
    return state == NeedState.PLANNED
        ? Optional.of(new Planned(tripId, stopId, onDay))
        : Optional.empty();
  }

  /** With MET. */
  public Optional<UUID> metBy() {
    return Optional.ofNullable(metByVisit).filter(visit -> state == NeedState.MET);
  }

  /** With CLOSED. */
  public Optional<ClosingReason> closedReason() {
    return Optional.ofNullable(closedReason);
  }

  public Optional<String> closedNote() {
    return Optional.ofNullable(closedNote);
  }

  /** The id at the identity provider of who noted it. */
  public String notedBy() {
    return notedBy;
  }

  public String notedByName() {
    return notedByName;
  }

  public Instant notedAt() {
    return notedAt;
  }

  public int version() {
    return version;
  }
}
