package ua.vidnova.registry.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;

/** Starts a pass of the matcher over all residents, as is needed after an import. */
@ApplicationScoped
public class StartMatching {

  /** What came of the wish to start one. */
  public sealed interface Outcome {
    /** It has begun. */
    record Begun(MatchingRun run) implements Outcome {}

    /** Another is under way; it is enough to wait for it, or to start again after it. */
    record UnderWay(MatchingRun run) implements Outcome {}
  }

  /** Tells within the service that there is work. */
  record Started(UUID runId) {}

  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;
  private final Event<Started> started;

  @Inject
  StartMatching(
      Caller caller, KyivCalendar calendar, AuditTrail auditTrail, Event<Started> started) {
    this.caller = caller;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
    this.started = started;
  }

  /** Starts a run unless one is under way. */
  @Transactional
  public Outcome start() {
    var underWay = MatchingRun.findUnfinished();
    if (underWay.isPresent()) {
      return new Outcome.UnderWay(underWay.get());
    }
    var run = MatchingRun.start(caller.id(), calendar.now());
    started.fire(new Started(run.id()));
    auditTrail.wrote("started", "matching-run", run.id(), null);
    return new Outcome.Begun(run);
  }
}
