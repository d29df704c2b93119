package ua.vidnova.payments.recalculation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/**
 * Resumed awards are derived anew from a month on.
 *
 * <p>Life: PREVIEWING until every award is looked at; then PROPOSED; APPROVED by another person and
 * carried out award by award; DONE at the last. REFUSED before it was approved.
 */
@Entity
public class Recalculation extends PanacheEntityBase {

  private static final String SKIP_LOCKED = "-2";

  /** Where it is in its life. */
  public enum State {
    PREVIEWING,
    PROPOSED,
    APPROVED,
    DONE,
    REFUSED
  }

  @Id private UUID id;

  private YearMonth fromMonth;

  private String reason;

  @Enumerated(EnumType.STRING)
  private State state;

  private Instant lawKnownAt;

  private String proposedBy;

  private Instant proposedAt;

  private String decidedBy;

  private Instant decidedAt;

  private String refusalReason;

  private Instant doneAt;

  @Version private long version;

  protected Recalculation() {}

  static Recalculation propose(YearMonth from, String reason, String by, Instant at) {
    var recalculation = new Recalculation();
    recalculation.id = Ids.newId();
    recalculation.fromMonth = from;
    recalculation.reason = reason;
    recalculation.state = State.PREVIEWING;
    recalculation.lawKnownAt = at;
    recalculation.proposedBy = by;
    recalculation.proposedAt = at;
    recalculation.persist();
    return recalculation;
  }

  /** The oldest that has work left and that no other replica is at. */
  static Optional<Recalculation> findAtWork() {
    return Recalculation.<Recalculation>find(
            "state in ?1 order by id", List.of(State.PREVIEWING, State.APPROVED))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
        .firstResultOptional();
  }

  static Optional<Recalculation> findLocked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Latest first. */
  public static List<Recalculation> listBefore(Optional<UUID> id, int limit) {
    var found =
        id.isEmpty()
            ? Recalculation.<Recalculation>find("order by id desc")
            : Recalculation.<Recalculation>find("id < ?1 order by id desc", id.get());
    return found.range(0, limit - 1).list();
  }

  void approve(String by, Instant at) {
    require(State.PROPOSED);
    state = State.APPROVED;
    decidedBy = by;
    decidedAt = at;
  }

  void refuse(String by, Instant at, String why) {
    if (isDecided()) {
      throw new IllegalStateException("Recalculation " + id + " is " + state);
    }
    state = State.REFUSED;
    decidedBy = by;
    decidedAt = at;
    refusalReason = why;
  }

  /** Every award was looked at. */
  void finishPhase(Instant at) {
    if (isExecuting()) {
      state = State.DONE;
      doneAt = at;
    } else {
      require(State.PREVIEWING);
      state = State.PROPOSED;
    }
  }

  private void require(State required) {
    if (state != required) {
      throw new IllegalStateException("Recalculation " + id + " is " + state);
    }
  }

  boolean isExecuting() {
    return state == State.APPROVED;
  }

  /** Whether it is carried out or has been. */
  public boolean isApproved() {
    return state == State.APPROVED || state == State.DONE;
  }

  boolean isDecided() {
    return state != State.PREVIEWING && state != State.PROPOSED;
  }

  public UUID id() {
    return id;
  }

  public YearMonth fromMonth() {
    return fromMonth;
  }

  public String reason() {
    return reason;
  }

  public State state() {
    return state;
  }

  Instant lawKnownAt() {
    return lawKnownAt;
  }

  public String proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  /** Null until decided. */
  public String decidedBy() {
    return decidedBy;
  }

  /** Null until decided. */
  public Instant decidedAt() {
    return decidedAt;
  }

  /** Null unless refused. */
  public String refusalReason() {
    return refusalReason;
  }

  /** Null until done. */
  public Instant doneAt() {
    return doneAt;
  }
}
