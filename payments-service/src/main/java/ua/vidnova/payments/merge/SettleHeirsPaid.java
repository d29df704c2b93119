package ua.vidnova.payments.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.payments.merge.Differences.Difference;
import ua.vidnova.payments.merge.Differences.State;
import ua.vidnova.payments.reach.CoveredSettlements;

/**
 * Settles by two people a month that heirs have of somebody who lives: one says with a note how it
 * was cleared up and what the books do, another approves or refuses that.
 */
@ApplicationScoped
public class SettleHeirsPaid {

  private final Differences differences;
  private final HeirsMonths months;
  private final CoveredSettlements covered;
  private final Caller caller;
  private final AuditTrail audit;

  @Inject
  SettleHeirsPaid(
      Differences differences,
      HeirsMonths months,
      CoveredSettlements covered,
      Caller caller,
      AuditTrail audit) {
    this.differences = differences;
    this.months = months;
    this.covered = covered;
    this.caller = caller;
    this.audit = audit;
  }

  /** What the books do once a month is settled. */
  public enum Booking {
    /** It stays with the heirs; the person may claim it from them (Civil Code art. 48). */
    NONE,
    /** It is owed to the person again; what heirs were not paid of it is theirs no more. */
    OWED_AGAIN
  }

  /** What came of a step. */
  public sealed interface Outcome {

    record Done(Difference difference) implements Outcome {}

    /** It is not there, or not within the caller's territories. */
    record NotFound() implements Outcome {}

    /** Differences of its kind are settled elsewhere, or lapse by themselves. */
    record NotHere() implements Outcome {}

    /** The difference is in another state. */
    record NotNow(State state) implements Outcome {}

    /** Whoever proposed it does not approve it. */
    record SamePerson() implements Outcome {}

    /** An instruction to an heir has no outcome yet. */
    record OnItsWay() implements Outcome {}
  }

  /** A step that a difference in one state takes. */
  private interface Step {
    Outcome take(Difference difference);
  }

  @Transactional
  public Outcome propose(UUID id, Booking booking, String note) {
    return take(
        id,
        State.OPEN,
        difference -> {
          differences.propose(id, booking, note, caller.id());
          return done(difference, "proposed-settlement");
        });
  }

  @Transactional
  public Outcome refuse(UUID id) {
    return take(
        id,
        State.PROPOSED,
        difference -> {
          differences.takeBackProposal(id);
          return done(difference, "refused-settlement");
        });
  }

  @Transactional
  public Outcome approve(UUID id) {
    return take(id, State.PROPOSED, this::approve);
  }

  private Outcome approve(Difference difference) {
    if (difference.settlement().proposedBy().equals(caller.id())) {
      return new Outcome.SamePerson();
    }
    var owedAgain = difference.settlement().booking() == Booking.OWED_AGAIN;
    if (owedAgain && !months.lock(difference.awardId())) {
      return new Outcome.OnItsWay();
    }
    differences.settle(difference.id(), caller.id());
    if (owedAgain) {
      months.oweAgain(difference.awardId(), difference.month());
    }
    return done(difference, "settled");
  }

  private Outcome take(UUID id, State required, Step step) {
    var found = differences.findLocked(id, covered.ofCaller());
    if (found.isEmpty()) {
      return new Outcome.NotFound();
    }
    if (found.get().kind() != Differences.Kind.HEIRS_PAID) {
      return new Outcome.NotHere();
    }
    return found.get().state() == required
        ? step.take(found.get())
        : new Outcome.NotNow(found.get().state());
  }

  private Outcome done(Difference difference, String action) {
    audit.wrote(action, "difference", difference.id(), difference.residentId());
    return new Outcome.Done(
        differences.findLocked(difference.id(), covered.ofCaller()).orElseThrow());
  }
}
