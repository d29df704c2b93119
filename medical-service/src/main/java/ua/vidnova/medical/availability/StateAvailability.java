package ua.vidnova.medical.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;

/** Someone on the spot states which health services a settlement has. */
@ApplicationScoped
public class StateAvailability {

  private final AvailabilityStatements statements;
  private final TransactionLock lock;
  private final Caller caller;
  private final AuditTrail auditTrail;
  private final KyivCalendar calendar;

  @Inject
  StateAvailability(
      AvailabilityStatements statements,
      TransactionLock lock,
      Caller caller,
      AuditTrail auditTrail,
      KyivCalendar calendar) {
    this.statements = statements;
    this.lock = lock;
    this.caller = caller;
    this.auditTrail = auditTrail;
    this.calendar = calendar;
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Stated(StatedAvailability statement) implements Outcome {}

    /** The same had been stated before, under the same id. */
    record StatedBefore(StatedAvailability statement) implements Outcome {}

    record Unacceptable(List<FieldError> errors) implements Outcome {}

    record PlaceNotCovered() implements Outcome {}

    /** Another statement has this id. */
    record IdTaken() implements Outcome {}
  }

  /** Adds the statement, unless something stands against it. */
  @Transactional
  public Outcome state(Availability facts) {
    var errors = AvailabilityRules.check(facts, calendar.today());
    if (!errors.isEmpty()) {
      return new Outcome.Unacceptable(errors);
    }
    if (!caller.covers(facts.settlement())) {
      return new Outcome.PlaceNotCovered();
    }
    lock.waitForOthersWith("availability " + facts.id());
    var before = statements.find(facts.id());
    if (before.isPresent()) {
      return before.get().facts().equals(facts)
          ? new Outcome.StatedBefore(before.get())
          : new Outcome.IdTaken();
    }
    var stated = new StatedAvailability(facts, caller.name(), calendar.now());
    statements.add(stated, caller.id());
    auditTrail.wrote("stated", "availability", facts.id(), null);
    return new Outcome.Stated(stated);
  }
}
