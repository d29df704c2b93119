package ua.vidnova.payments.suspension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.resident.Resident;
import ua.vidnova.payments.resumption.OpenResumption;
import ua.vidnova.payments.resumption.Resumption;

/**
 * Asks for a suspended award to be paid again: opens a case, on which, as on every other, one
 * person proposes and another decides.
 */
@ApplicationScoped
public class ReopenCase {

  private final AwardsOfCaller awards;
  private final OpenResumption openResumption;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  ReopenCase(
      AwardsOfCaller awards,
      OpenResumption openResumption,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.awards = awards;
    this.openResumption = openResumption;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public SuspensionOutcome reopen(UUID awardId) {
    return awards.findLocked(awardId).map(this::reopen).orElseGet(SuspensionOutcome.NotFound::new);
  }

  private SuspensionOutcome reopen(Award award) {
    if (!award.isDormant()) {
      return new SuspensionOutcome.NotNow(award.state());
    }
    if (Resumption.isLiveFor(award.id())) {
      return new SuspensionOutcome.AlreadyOpen();
    }
    var resident = Resident.get(award.residentId());
    var opened = openResumption.open(award, resident, calendar.today());
    audit.wrote("opened", "resumption", opened.id(), resident.id());
    return new SuspensionOutcome.Reopened(opened.id());
  }
}
