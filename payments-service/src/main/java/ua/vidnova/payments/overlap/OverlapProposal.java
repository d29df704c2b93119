package ua.vidnova.payments.overlap;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.payments.overlap.Overlap.Period;

/**
 * One person's word that the owner of an award receives a Russian pension. Runs hold its months.
 *
 * <p>Life: PROPOSED; then APPROVED by another person, which makes it an {@link Overlap} of the same
 * id, or REFUSED. What was proposed never changes, so whoever decides has seen what they decide.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class OverlapProposal extends PanacheEntityBase {

  /** Where a proposal is in its life. */
  public enum State {
    PROPOSED,
    APPROVED,
    REFUSED
  }

  @Id private UUID id;

  private UUID awardId;

  private YearMonth fromMonth;

  private YearMonth toMonth;

  private String source;

  @Enumerated(EnumType.STRING)
  private State state;

  private String proposedBy;

  private Instant proposedAt;

  private String decidedBy;

  private Instant decidedAt;

  protected OverlapProposal() {}

  static OverlapProposal of(UUID awardId, Period period, String source, String by, Instant at) {
    var proposal = new OverlapProposal();
    proposal.id = Ids.newId();
    proposal.awardId = awardId;
    proposal.fromMonth = period.from();
    proposal.toMonth = period.to();
    proposal.source = source;
    proposal.state = State.PROPOSED;
    proposal.proposedBy = by;
    proposal.proposedAt = at;
    return proposal;
  }

  /** What is to be decided of an award; few, because they never meet. */
  static List<OverlapProposal> listWaiting(UUID awardId) {
    return list("awardId = ?1 and state = ?2", awardId, State.PROPOSED);
  }

  void approve(String by, Instant at) {
    decide(State.APPROVED, by, at);
  }

  void refuse(String by, Instant at) {
    decide(State.REFUSED, by, at);
  }

  private void decide(State decided, String by, Instant at) {
    if (!isWaiting()) {
      throw new IllegalStateException("Proposal of overlap " + id + " is " + state);
    }
    state = decided;
    decidedBy = by;
    decidedAt = at;
  }

  public boolean isWaiting() {
    return state == State.PROPOSED;
  }

  public UUID id() {
    return id;
  }

  public UUID awardId() {
    return awardId;
  }

  public Period period() {
    return new Period(fromMonth, toMonth);
  }

  public String source() {
    return source;
  }

  public State state() {
    return state;
  }

  public String proposedBy() {
    return proposedBy;
  }

  /** Null until it is decided. */
  public String decidedBy() {
    return decidedBy;
  }
}
