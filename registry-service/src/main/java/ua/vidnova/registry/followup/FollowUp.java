package ua.vidnova.registry.followup;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.ids.Ids;

/**
 * What a registrar has to do for a resident because a brigade saw something.
 *
 * <p>Life cycle: opened when it is heard of, once for a resident, visit, kind and child; while it
 * is open, a corrected visit may change its day and place. A registrar closes it once, as done or
 * dismissed, with a note. Medical may withdraw it, and tell it again: an open one is withdrawn then
 * and opened again, a closed one keeps what became of it and says that its ground is gone.
 */
@Entity
public class FollowUp extends PanacheEntityBase {

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private FollowUpKind kind;

  private UUID residentId;
  private UUID visitId;
  private int child;
  private LocalDate occurredOn;

  private String settlement;
  private Instant heardAt;
  private Instant toldAt;
  private Instant withdrawnAt;

  @Enumerated(EnumType.STRING)
  private FollowUpState state;

  private String note;
  private String closedBy;
  private String closedByName;
  private Instant closedAt;

  protected FollowUp() {}

  static FollowUp open(Sighting heard, Instant toldAt, Instant heardAt) {
    var followUp = new FollowUp();
    followUp.id = Ids.newId();
    followUp.kind = heard.kind();
    followUp.residentId = heard.residentId();
    followUp.visitId = heard.visitId();
    followUp.child = heard.child();
    followUp.heardAt = heardAt;
    followUp.toldAt = toldAt;
    followUp.state = FollowUpState.OPEN;
    followUp.say(heard);
    followUp.persist();
    return followUp;
  }

  static Optional<FollowUp> findOf(Matter matter) {
    return find(
            "residentId = :resident and visitId = :visit and kind = :kind and child = :child",
            Parameters.with("resident", matter.residentId())
                .and("visit", matter.visitId())
                .and("kind", matter.kind())
                .and("child", matter.child()))
        .firstResultOptional();
  }

  /** Takes the follow-up's lock until the transaction ends. */
  static Optional<FollowUp> findLocked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Takes over what a corrected visit says.
   *
   * @return false when that is nothing new, or comes too late
   */
  boolean hearAgain(Sighting heard, Instant at) {
    if (at.isBefore(toldAt) || (withdrawnAt != null && !at.isAfter(withdrawnAt))) {
      return false;
    }
    toldAt = at;
    var isNews = withdrawnAt != null;
    withdrawnAt = null;
    if (state == FollowUpState.WITHDRAWN) {
      state = FollowUpState.OPEN;
    }
    if (isOpen() && !says(heard)) {
      say(heard);
      isNews = true;
    }
    return isNews;
  }

  private boolean says(Sighting heard) {
    return occurredOn.equals(heard.day()) && Objects.equals(settlement, heard.settlement());
  }

  /**
   * Takes back what was told until then.
   *
   * @return false when it was taken back before, or told again since
   */
  boolean withdraw(Instant at) {
    if (at.isBefore(toldAt) || (withdrawnAt != null && !at.isAfter(withdrawnAt))) {
      return false;
    }
    withdrawnAt = at;
    if (isOpen()) {
      state = FollowUpState.WITHDRAWN;
    }
    return true;
  }

  private void say(Sighting heard) {
    occurredOn = heard.day();
    settlement = heard.settlement();
  }

  void close(Closure closure, Caller by, Instant at) {
    if (!isOpen()) {
      throw new IllegalStateException("Follow-up " + id + " is closed");
    }
    state = closure.state();
    note = closure.note();
    closedBy = by.id();
    closedByName = by.name();
    closedAt = at;
  }

  boolean isOpen() {
    return state == FollowUpState.OPEN;
  }

  /** Whether it was closed so, by the same person. */
  boolean isClosedSo(Closure closure, Caller by) {
    return state == closure.state() && note.equals(closure.note()) && closedBy.equals(by.id());
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public FollowUpKind kind() {
    return kind;
  }

  /** The record of which the brigade told; the person may be known under another. */
  public UUID residentId() {
    return residentId;
  }

  /** Medical's. */
  public UUID visitId() {
    return visitId;
  }

  /** Which of the children born alive in the visit, from 1; empty of what is no birth. */
  public Optional<Integer> child() {
    return child == 0 ? Optional.empty() : Optional.of(child);
  }

  /** Day of the birth, the referral or the sighting. */
  public LocalDate occurredOn() {
    return occurredOn;
  }

  /** KATOTTG code of where a missing person was seen. */
  public Optional<String> settlement() {
    return Optional.ofNullable(settlement);
  }

  public Instant heardAt() {
    return heardAt;
  }

  /** Since when medical says it no more; of a closed one, what was done has lost its ground. */
  public Optional<Instant> withdrawnAt() {
    return Optional.ofNullable(withdrawnAt);
  }

  public FollowUpState state() {
    return state;
  }

  /** What was done, or why nothing; empty unless a registrar closed it, as are the next two. */
  public Optional<String> note() {
    return Optional.ofNullable(note);
  }

  public Optional<String> closedByName() {
    return Optional.ofNullable(closedByName);
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }
}
