package ua.vidnova.payments.law;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/**
 * A file of values of law that somebody wants to load.
 *
 * <p>Life: PROPOSED by one administrator; APPROVED by another, which puts it in force; or REFUSED
 * with a reason, which the proposer may do as well.
 */
@Entity
public class LawProposal extends PanacheEntityBase {

  /** Where it is in its life. */
  public enum State {
    PROPOSED,
    APPROVED,
    REFUSED
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private State state;

  private String proposedBy;

  private Instant proposedAt;

  private String decidedBy;

  private Instant decidedAt;

  private String refusalReason;

  @Version private long version;

  protected LawProposal() {}

  static LawProposal propose(String by, Instant at) {
    var proposal = new LawProposal();
    proposal.id = Ids.newId();
    proposal.state = State.PROPOSED;
    proposal.proposedBy = by;
    proposal.proposedAt = at;
    proposal.persist();
    return proposal;
  }

  void approve(String by, Instant at) {
    decide(State.APPROVED, by, at);
  }

  void refuse(String by, Instant at, String reason) {
    decide(State.REFUSED, by, at);
    refusalReason = reason;
  }

  private void decide(State decision, String by, Instant at) {
    if (!isOpen()) {
      throw new IllegalStateException("Proposal " + id + " is " + state);
    }
    state = decision;
    decidedBy = by;
    decidedAt = at;
  }

  public boolean isOpen() {
    return state == State.PROPOSED;
  }

  public UUID id() {
    return id;
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

  /** Null while it is open. */
  public String decidedBy() {
    return decidedBy;
  }

  /** Null while it is open. */
  public Instant decidedAt() {
    return decidedAt;
  }

  /** Null unless refused. */
  public String refusalReason() {
    return refusalReason;
  }
}
