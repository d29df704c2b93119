package ua.vidnova.payments.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * What people decide about a run that was proposed: another person approves it, and its shards are
 * told; anybody of the two refuses it; and until a partner has taken a batch it can be cancelled,
 * which withdraws what it has issued.
 */
@ApplicationScoped
public class DecideRun {

  private final RunShards shards;
  private final CancelInstructions cancelInstructions;
  private final RunLock runLock;
  private final Outbox outbox;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  DecideRun(
      RunShards shards,
      CancelInstructions cancelInstructions,
      RunLock runLock,
      Outbox outbox,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.shards = shards;
    this.cancelInstructions = cancelInstructions;
    this.runLock = runLock;
    this.outbox = outbox;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /**
   * Approves a proposal; its shards begin.
   *
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public RunDecision approve(UUID runId, OptionalLong expectedVersion) {
    return decide(
        runId,
        expectedVersion,
        run -> {
          if (run.state() != RunState.PROPOSED) {
            return Optional.of(new RunDecision.NotNow(run.state()));
          }
          if (run.proposedBy().equals(caller.id())) {
            return Optional.of(new RunDecision.SamePerson());
          }
          run.approve(caller.id(), calendar.now());
          outbox.appendAll(shards.make(runId));
          audit.wrote("approved", "payment-run", runId, null);
          return Optional.empty();
        });
  }

  /** Refuses a proposal with a reason; see {@link #approve} for the version. */
  @Transactional
  public RunDecision refuse(UUID runId, String reason, OptionalLong expectedVersion) {
    return decide(
        runId,
        expectedVersion,
        run -> {
          if (run.state() != RunState.PROPOSED) {
            return Optional.of(new RunDecision.NotNow(run.state()));
          }
          run.refuse(caller.id(), calendar.now(), reason);
          audit.wrote("refused", "payment-run", runId, null);
          return Optional.empty();
        });
  }

  /**
   * Cancels a run with a reason; see {@link #approve} for the version. Waits for the shards that
   * are under way; those that come later find the run cancelled.
   */
  @Transactional
  public RunDecision cancel(UUID runId, String reason, OptionalLong expectedVersion) {
    runLock.takeAlone();
    return decide(
        runId,
        expectedVersion,
        run -> {
          if (!run.isCancellable()) {
            return Optional.of(new RunDecision.NotNow(run.state()));
          }
          if (!cancelInstructions.cancelAllOf(runId)) {
            return Optional.of(new RunDecision.HandedOver());
          }
          run.cancel(caller.id(), calendar.now(), reason);
          outbox.append(new RunCancelled(runId, run.period()));
          audit.wrote("cancelled", "payment-run", runId, null);
          return Optional.empty();
        });
  }

  private static RunDecision decide(
      UUID runId,
      OptionalLong expectedVersion,
      Function<PaymentRun, Optional<RunDecision>> refusalOrDone) {
    var found = PaymentRun.findLocked(runId);
    if (found.isEmpty()) {
      return new RunDecision.NotFound();
    }
    var run = found.get();
    if (expectedVersion.orElse(run.version()) != run.version()) {
      return new RunDecision.ChangedMeanwhile();
    }
    return refusalOrDone
        .apply(run)
        .orElseGet(
            () -> {
              PaymentRun.flush();
              return new RunDecision.Done(run);
            });
  }
}
