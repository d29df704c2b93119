package ua.vidnova.payments.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.reach.CoveredSettlements;
import ua.vidnova.payments.reconciliation.ReportDifference.State;

/**
 * Settles a difference by two people: one says with a note how it was cleared up and what the books
 * do, another approves or refuses that. What was held because of it is let go.
 */
@ApplicationScoped
public class SettleDifference {

  private final ReportDifferences differences;
  private final OpenDifferences openDifferences;
  private final CorrectBooks correctBooks;
  private final CoveredSettlements covered;
  private final Caller caller;
  private final AuditTrail audit;

  @Inject
  SettleDifference(
      ReportDifferences differences,
      OpenDifferences openDifferences,
      CorrectBooks correctBooks,
      CoveredSettlements covered,
      Caller caller,
      AuditTrail audit) {
    this.differences = differences;
    this.openDifferences = openDifferences;
    this.correctBooks = correctBooks;
    this.covered = covered;
    this.caller = caller;
    this.audit = audit;
  }

  /** A step that a difference in one state takes. */
  private interface Step {
    SettlementOutcome take(ReportDifference difference);
  }

  @Transactional
  public SettlementOutcome propose(UUID id, Booking booking, String note) {
    return take(
        id,
        State.OPEN,
        difference -> {
          var obstacle =
              BookingRules.judge(
                  booking, difference.kind(), difference.toldOutcome(), difference.knownOutcome());
          if (obstacle.isPresent()) {
            return new SettlementOutcome.CannotBook(obstacle.get());
          }
          differences.propose(id, booking, note, caller.id());
          return done(difference, "proposed-settlement");
        });
  }

  @Transactional
  public SettlementOutcome refuse(UUID id) {
    return take(
        id,
        State.PROPOSED,
        difference -> {
          differences.refuse(id);
          return done(difference, "refused-settlement");
        });
  }

  @Transactional
  public SettlementOutcome approve(UUID id) {
    return take(
        id,
        State.PROPOSED,
        difference -> {
          if (difference.proposedBy().equals(caller.id())) {
            return new SettlementOutcome.SamePerson();
          }
          var obstacle = correctBooks.findObstacle(difference);
          if (obstacle.isPresent()) {
            return new SettlementOutcome.CannotBook(obstacle.get());
          }
          differences.settle(id, caller.id());
          correctBooks.follow(difference);
          if (difference.awardId() != null) {
            Award.getLocked(difference.awardId());
            openDifferences.renewHolds(List.of(difference.awardId()));
          }
          return done(difference, "settled");
        });
  }

  private SettlementOutcome take(UUID id, State required, Step step) {
    var found = differences.findLocked(id, covered.ofCaller());
    if (found.isEmpty()) {
      return new SettlementOutcome.NotFound();
    }
    return found.get().state() == required
        ? step.take(found.get())
        : new SettlementOutcome.NotNow(found.get().state());
  }

  private SettlementOutcome done(ReportDifference difference, String action) {
    audit.wrote(action, "report-difference", difference.id(), difference.residentId());
    return new SettlementOutcome.Done(
        differences.findLocked(difference.id(), covered.ofCaller()).orElseThrow());
  }
}
