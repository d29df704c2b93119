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
 * Settles a difference by two people: one says with a note how it was cleared up, another approves
 * or refuses that. Nothing in the books is rewritten; what was held because of it is let go.
 */
@ApplicationScoped
public class SettleDifference {

  private final ReportDifferences differences;
  private final OpenDifferences openDifferences;
  private final CoveredSettlements covered;
  private final Caller caller;
  private final AuditTrail audit;

  @Inject
  SettleDifference(
      ReportDifferences differences,
      OpenDifferences openDifferences,
      CoveredSettlements covered,
      Caller caller,
      AuditTrail audit) {
    this.differences = differences;
    this.openDifferences = openDifferences;
    this.covered = covered;
    this.caller = caller;
    this.audit = audit;
  }

  /** A step that a difference in one state takes. */
  private interface Step {
    SettlementOutcome take(ReportDifference difference);
  }

  @Transactional
  public SettlementOutcome propose(UUID id, String note) {
    return take(
        id,
        State.OPEN,
        difference -> {
          differences.propose(id, note, caller.id());
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
          differences.settle(id, caller.id());
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
