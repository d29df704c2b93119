package ua.vidnova.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;

/** Ends an import before its end. What it has taken over stays: it is what the list says. */
@ApplicationScoped
public class CancelImport {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;
  private final FilePieces pieces;

  @Inject
  CancelImport(Caller caller, KyivCalendar calendar, AuditTrail auditTrail, FilePieces pieces) {
    this.caller = caller;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
    this.pieces = pieces;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** It takes over nothing more. */
    record Cancelled(ListImport run) implements Outcome {}

    /** It had ended before. */
    record HasEnded() implements Outcome {}

    /** There is none, or none of the caller's. */
    record NotFound() implements Outcome {}
  }

  /** Cancels; waits for the chunk that is being taken over. */
  @Transactional
  public Outcome cancel(UUID importId) {
    var found = ListImport.findLocked(importId).filter(run -> caller.covers(run.territory()));
    if (found.isEmpty()) {
      return new Outcome.NotFound();
    }
    var run = found.get();
    if (!run.isOpen()) {
      return new Outcome.HasEnded();
    }
    run.cancel(calendar.now());
    pieces.forget(importId);
    auditTrail.wrote("cancelled", "list-import", importId, null);
    return new Outcome.Cancelled(run);
  }
}
