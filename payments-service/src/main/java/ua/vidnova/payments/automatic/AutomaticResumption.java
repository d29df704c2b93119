package ua.vidnova.payments.automatic;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/**
 * The pensions of one settlement that are resumed without application (CMU №162, №1170 p. 4).
 *
 * <p>Life: PROPOSED by an officer with the post's notice, or by the service when coordination tells
 * of it, which opens a case of each pension; what the service proposed is then endorsed by an
 * officer. APPROVED by another person for all cases that are still proposed, or REFUSED with all of
 * them.
 */
@Entity
public class AutomaticResumption extends PanacheEntityBase {

  /** Where a list is in its life. */
  public enum State {
    PROPOSED,
    APPROVED,
    REFUSED
  }

  @Id private UUID id;

  private String settlement;

  private LocalDate restoredOn;

  private String notice;

  @Enumerated(EnumType.STRING)
  private State state;

  private String proposedBy;

  private Instant proposedAt;

  private String endorsedBy;

  private Instant endorsedAt;

  private String decidedBy;

  private Instant decidedAt;

  private String refusalReason;

  @Version private long version;

  protected AutomaticResumption() {}

  /**
   * What the post has told.
   *
   * @param restoredOn the day from which it delivers
   * @param notice number and day of its letter
   */
  public record Notice(String settlement, LocalDate restoredOn, String notice) {}

  static AutomaticResumption propose(Notice notice, String by, Instant at) {
    var list = new AutomaticResumption();
    list.id = Ids.newId();
    list.settlement = notice.settlement();
    list.restoredOn = notice.restoredOn();
    list.notice = notice.notice();
    list.state = State.PROPOSED;
    list.proposedBy = by;
    list.proposedAt = at;
    list.persist();
    return list;
  }

  static boolean isProposedFor(String settlement) {
    return count("settlement = ?1 and state = ?2", settlement, State.PROPOSED) > 0;
  }

  static Optional<AutomaticResumption> findLocked(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  static List<AutomaticResumption> listByIds(List<UUID> ids) {
    return list("id in ?1 order by id", ids);
  }

  /** Whether a person has yet to stand for what the service proposed. */
  boolean awaitsEndorsement() {
    return state == State.PROPOSED && proposedBy.startsWith("service:") && endorsedBy == null;
  }

  void endorse(String by, Instant at) {
    if (!awaitsEndorsement()) {
      throw new IllegalStateException("Automatic resumption " + id + " needs no endorsement");
    }
    endorsedBy = by;
    endorsedAt = at;
  }

  /** Whether somebody proposed it, or stands for it. */
  boolean isOf(String person) {
    return proposedBy.equals(person) || person.equals(endorsedBy);
  }

  void approve(String by, Instant at) {
    decide(State.APPROVED, by, at);
  }

  void refuse(String by, Instant at, String reason) {
    decide(State.REFUSED, by, at);
    refusalReason = reason;
  }

  private void decide(State decision, String by, Instant at) {
    if (state != State.PROPOSED) {
      throw new IllegalStateException("Automatic resumption " + id + " is " + state);
    }
    state = decision;
    decidedBy = by;
    decidedAt = at;
  }

  public UUID id() {
    return id;
  }

  public String settlement() {
    return settlement;
  }

  public LocalDate restoredOn() {
    return restoredOn;
  }

  public String notice() {
    return notice;
  }

  public State state() {
    return state;
  }

  public String proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  /** Null unless the service proposed it, like endorsedAt. */
  public String endorsedBy() {
    return endorsedBy;
  }

  public Instant endorsedAt() {
    return endorsedAt;
  }

  public String decidedBy() {
    return decidedBy;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public String refusalReason() {
    return refusalReason;
  }
}
