package ua.vidnova.medical.referral;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.ids.Ids;

/**
 * What became of a referral, as one person said it.
 *
 * <p>Life cycle: only added. A referral is open until the first; the last one holds. What is done
 * or needless stays so; who declined, or could not, may still go or do so for the other reason.
 */
@Entity
@Immutable
public class ReferralOutcome extends PanacheEntityBase {

  /** How a referral can end. */
  public enum Kind {
    /** The person was there. */
    COMPLETED,
    /** The person did not want to go. */
    DECLINED,
    /** There is no reason to go any more. */
    NOT_NEEDED,
    /** The person could not be brought there, or was not taken. */
    NOT_POSSIBLE;

    /** Whether nothing can follow. */
    boolean isFinal() {
      return switch (this) {
        case COMPLETED, NOT_NEEDED -> true;
        case DECLINED, NOT_POSSIBLE -> false;
      };
    }

    boolean canFollow(Kind last) {
      return !last.isFinal() && this != last;
    }
  }

  @Id private UUID id;
  @Embedded private ReferralKey referral;
  private int number;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private LocalDate happenedOn;
  private String note;
  private String recordedBy;
  private String recordedByName;
  private Instant recordedAt;

  protected ReferralOutcome() {}

  /**
   * What somebody says of a referral.
   *
   * @param on Kyiv's date
   * @param note null when nothing was added
   */
  public record Said(Kind kind, LocalDate on, String note) {}

  static ReferralOutcome after(
      Optional<ReferralOutcome> last, ReferralKey referral, Said said, Caller by, Instant at) {
    var outcome = new ReferralOutcome();
    outcome.id = Ids.newId();
    outcome.referral = referral;
    outcome.number = last.map(one -> one.number).orElse(0) + 1;
    outcome.kind = said.kind();
    outcome.happenedOn = said.on();
    outcome.note = said.note();
    outcome.recordedBy = by.id();
    outcome.recordedByName = by.name();
    outcome.recordedAt = at;
    outcome.persistAndFlush();
    return outcome;
  }

  /** What holds of the referrals of some visits; those that are open are not in it. */
  public static Map<ReferralKey, ReferralOutcome> findLast(Collection<UUID> visitIds) {
    if (visitIds.isEmpty()) {
      return Map.of();
    }
    return ReferralOutcome.<ReferralOutcome>list("referral.visitId in ?1 order by number", visitIds)
        .stream()
        .collect(
            Collectors.toMap(one -> one.referral, Function.identity(), (earlier, later) -> later));
  }

  /** Whether the same person said the same. */
  boolean isSaid(Said said, Caller by) {
    return said().equals(said) && recordedBy.equals(by.id());
  }

  /** What it says. */
  public Said said() {
    return new Said(kind, happenedOn, note);
  }

  public UUID id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** The day on which it became so. */
  public LocalDate on() {
    return happenedOn;
  }

  public Optional<String> note() {
    return Optional.ofNullable(note);
  }

  /** The name of who said it. */
  public String recordedByName() {
    return recordedByName;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
