package ua.vidnova.payments.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Runs a period: every resumed award gets its units up to the period, and every unit that is due
 * and in no live instruction gets one. One transaction; runs wait for each other.
 */
@ApplicationScoped
public class RunPayments {

  private static final Logger LOG = Logger.getLogger(RunPayments.class);

  private final RunConfig config;
  private final RunLock runLock;
  private final DueUnits dueUnits;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;
  private final EntityManager entities;

  @Inject
  RunPayments(
      RunConfig config,
      RunLock runLock,
      DueUnits dueUnits,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit,
      EntityManager entities) {
    this.config = config;
    this.runLock = runLock;
    this.dueUnits = dueUnits;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
    this.entities = entities;
  }

  @Transactional
  public RunOutcome run(YearMonth period) {
    var thisMonth = YearMonth.from(calendar.today());
    var earliest = thisMonth.minusMonths(config.monthsBackMax());
    var latest = thisMonth.plusMonths(config.monthsAheadMax());
    if (period.isBefore(earliest) || period.isAfter(latest)) {
      return new RunOutcome.PeriodOutOfRange(earliest, latest);
    }
    runLock.takeAlone();
    var known = PaymentRun.findByPeriod(period);
    known.ifPresent(run -> run.repeat(calendar.now()));
    var run = known.orElseGet(() -> PaymentRun.first(period, caller.id(), calendar.now()));
    entities.flush();
    dueUnits.makeCurrentUnits(period);
    var issued = dueUnits.issueInstructions(run, calendar.today(), calendar.now());
    audit.wrote("ran", "payment-run", run.id(), null);
    LOG.infof("Run %s of period %s issued %d instructions", run.id(), period, issued);
    return known.isPresent()
        ? new RunOutcome.RunAgain(run, issued)
        : new RunOutcome.FirstRun(run, issued);
  }
}
