package ua.vidnova.payments.recalculation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.recalculation.RecalculationOutcome.Done;
import ua.vidnova.payments.recalculation.RecalculationOutcome.InTheFuture;
import ua.vidnova.payments.recalculation.RecalculationOutcome.NotFound;
import ua.vidnova.payments.recalculation.RecalculationOutcome.NotNow;
import ua.vidnova.payments.recalculation.RecalculationOutcome.SamePerson;

/**
 * Deciding that awards are derived anew: one proposes and sees what would change, another agrees.
 */
@ApplicationScoped
public class Recalculate {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  Recalculate(Caller caller, KyivCalendar calendar, AuditTrail audit) {
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /**
   * Proposes and lets the preview begin.
   *
   * @param from first month that may change
   */
  @Transactional
  public RecalculationOutcome propose(YearMonth from, String reason) {
    if (from.isAfter(YearMonth.from(calendar.today()))) {
      return new InTheFuture();
    }
    var recalculation = Recalculation.propose(from, reason, caller.id(), calendar.now());
    audit.wrote("proposed", "recalculation", recalculation.id(), null);
    return new Done(recalculation);
  }

  @Transactional
  public RecalculationOutcome approve(UUID id) {
    var found = Recalculation.findLocked(id);
    if (found.isEmpty()) {
      return new NotFound();
    }
    var recalculation = found.get();
    if (recalculation.state() != Recalculation.State.PROPOSED) {
      return new NotNow(recalculation.state());
    }
    if (recalculation.proposedBy().equals(caller.id())) {
      return new SamePerson();
    }
    recalculation.approve(caller.id(), calendar.now());
    audit.wrote("approved", "recalculation", id, null);
    return new Done(recalculation);
  }

  @Transactional
  public RecalculationOutcome refuse(UUID id, String reason) {
    var found = Recalculation.findLocked(id);
    if (found.isEmpty()) {
      return new NotFound();
    }
    var recalculation = found.get();
    if (recalculation.isDecided()) {
      return new NotNow(recalculation.state());
    }
    recalculation.refuse(caller.id(), calendar.now(), reason);
    audit.wrote("refused", "recalculation", id, null);
    return new Done(recalculation);
  }
}
