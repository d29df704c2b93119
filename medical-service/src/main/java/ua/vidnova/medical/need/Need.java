package ua.vidnova.medical.need;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/**
 * That someone asked for a visit.
 *
 * <p>Life cycle: noted once, under an id that the device may have made offline. Whether it is open,
 * planned or met follows from trips and visits, see {@link NeedNow}; a coordinator may want it at a
 * certain stop, a medic names the visit of someone who had no record, and anyone of those who note
 * needs may close it with a reason.
 */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are for lists
public class Need extends PanacheEntityBase {

  @Id private UUID id;
  private UUID residentId;
  private String about;
  private String settlement;
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
  private UUID pinnedStop;
  private UUID metBy;

  @Enumerated(EnumType.STRING)
  private ClosingReason closedReason;

  private String closedNote;
  private Instant closedAt;
  private String closedBy;
  @Version private int version;

  protected Need() {}

  Need(UUID id, NeedFacts facts, String notedBy, String notedByName, Instant notedAt) {
    this.id = id;
    this.residentId = facts.residentId();
    this.about = facts.about();
    this.settlement = facts.settlement();
    this.areas =
        Territories.ukraine().lineage(settlement).map(Territory::code).toArray(String[]::new);
    this.address = facts.address();
    this.householdId = facts.householdId();
    this.askedBy = facts.askedBy();
    this.askedAt = facts.askedAt();
    this.words = facts.words();
    this.urgent = facts.urgent();
    var told = facts.told();
    this.toldPregnant = told.pregnant();
    this.toldDisability = told.disability();
    this.toldAgeYears = asShort(told.ageYears());
    this.toldAgeMonths = asShort(told.ageMonths());
    this.medicineUntil = told.medicineUntil();
    this.notedBy = notedBy;
    this.notedByName = notedByName;
    this.notedAt = notedAt;
  }

  /** Locks it until the commit. */
  static Optional<Need> findLocked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Wants it met at a stop.
   *
   * @param stopId null for any
   */
  void pinTo(UUID stopId) {
    pinnedStop = stopId;
  }

  void isMetBy(UUID visitId) {
    metBy = visitId;
  }

  void close(ClosingReason reason, String note, Instant at, String by) {
    closedReason = reason;
    closedNote = note;
    closedAt = at;
    closedBy = by;
  }

  NeedFacts facts() {
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
            asInteger(toldAgeYears),
            asInteger(toldAgeMonths),
            medicineUntil));
  }

  UUID id() {
    return id;
  }

  Optional<UUID> residentId() {
    return Optional.ofNullable(residentId);
  }

  String settlement() {
    return settlement;
  }

  int version() {
    return version;
  }

  private static Short asShort(Integer value) {
    return value == null ? null : value.shortValue();
  }

  private static Integer asInteger(Short value) {
    return value == null ? null : value.intValue();
  }
}
