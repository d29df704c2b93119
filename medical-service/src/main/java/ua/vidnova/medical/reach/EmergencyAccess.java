package ua.vidnova.medical.reach;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.medical.actor.Actor;

/**
 * A medic opened a record out of their reach ("breaking the glass"). Life cycle: opened with a
 * reason, open for a time, then reviewed, once, by somebody else. Found not justified, it closes at
 * once.
 */
@Entity
public class EmergencyAccess extends PanacheEntityBase {

  /** What the review found. */
  public enum Finding {
    JUSTIFIED,
    NOT_JUSTIFIED
  }

  @Id private UUID id;
  @Version private int version;
  private UUID residentId;
  private String settlement;
  private String reason;
  private String openedBy;
  private String openedByName;
  private Instant openedAt;
  private Instant until;

  @Column(insertable = false, updatable = false)
  private LocalDate openedOn;

  @Enumerated(EnumType.STRING)
  private Finding finding;

  private String note;
  private String reviewedBy;
  private String reviewedByName;
  private Instant reviewedAt;

  protected EmergencyAccess() {}

  /** Whose record, and where they live. */
  public record Whose(UUID residentId, String settlement) {}

  public EmergencyAccess(Whose whose, String reason, Actor medic, Duration open) {
    this.id = Ids.newId();
    this.residentId = whose.residentId();
    this.settlement = whose.settlement();
    this.reason = reason;
    this.openedBy = medic.id();
    this.openedByName = medic.name();
    this.openedAt = medic.at();
    this.until = openedAt.plus(open);
  }

  /**
   * Tells whether one of a person's records is open to a medic. What a review found not justified
   * closes all that the medic opened of the person.
   */
  static boolean isOpen(String medic, Collection<UUID> recordIds, Instant now) {
    var findings = findingsNotOver(medic, recordIds, now);
    return !findings.isEmpty() && !findings.contains(Optional.of(Finding.NOT_JUSTIFIED));
  }

  /** Tells whether a review closed a person's records to a medic, for what was left of the time. */
  public static boolean isBarred(String medic, Collection<UUID> recordIds, Instant now) {
    return findingsNotOver(medic, recordIds, now).contains(Optional.of(Finding.NOT_JUSTIFIED));
  }

  private static Set<Optional<Finding>> findingsNotOver(
      String medic, Collection<UUID> recordIds, Instant now) {
    return EmergencyAccess.<EmergencyAccess>list(
            "openedBy = ?1 and residentId in ?2 and until > ?3", medic, recordIds, now)
        .stream()
        .map(access -> Optional.ofNullable(access.finding))
        .collect(Collectors.toSet());
  }

  /** Those of a day in Kyiv that opened records of people of some settlements, by id. */
  public static List<EmergencyAccess> listOf(
      LocalDate day, Collection<String> settlements, Optional<UUID> after, int limit) {
    return EmergencyAccess.<EmergencyAccess>find(
            "openedOn = ?1 and settlement in ?2 and (?3 is null or id > ?3) order by id",
            day,
            settlements,
            after.orElse(null))
        .range(0, limit - 1)
        .list();
  }

  /** How many nobody has reviewed that were opened before a time. */
  public static long countUnreviewedSince(Instant time) {
    return count("reviewedAt is null and openedAt < ?1", time);
  }

  public static Optional<EmergencyAccess> findLocked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  public boolean wasOpenedBy(Actor actor) {
    return openedBy.equals(actor.id());
  }

  public boolean isReviewed() {
    return reviewedAt != null;
  }

  public void review(Finding found, String why, Actor reviewer) {
    finding = found;
    note = why;
    reviewedBy = reviewer.id();
    reviewedByName = reviewer.name();
    reviewedAt = reviewer.at();
  }

  public UUID id() {
    return id;
  }

  public UUID residentId() {
    return residentId;
  }

  /** KATOTTG code of where the person lived then. */
  public String settlement() {
    return settlement;
  }

  public String reason() {
    return reason;
  }

  public String openedByName() {
    return openedByName;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant until() {
    return until;
  }

  /** Null while nobody has reviewed it; likewise the others of the review. */
  public Finding finding() {
    return finding;
  }

  public String note() {
    return note;
  }

  public String reviewedByName() {
    return reviewedByName;
  }

  public Instant reviewedAt() {
    return reviewedAt;
  }
}
