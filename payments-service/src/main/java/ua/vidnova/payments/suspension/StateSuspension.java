package ua.vidnova.payments.suspension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.AwardState;
import ua.vidnova.payments.award.SuspensionGround;

/** An officer states a ground that no other record tells of. One person may stop money. */
@ApplicationScoped
public class StateSuspension {

  private final AwardsOfCaller awards;
  private final SuspendAwards suspendAwards;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  StateSuspension(
      AwardsOfCaller awards, SuspendAwards suspendAwards, KyivCalendar calendar, AuditTrail audit) {
    this.awards = awards;
    this.suspendAwards = suspendAwards;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public SuspensionOutcome suspend(UUID awardId, SuspensionGround ground, String note) {
    if (!ground.isStatedByOfficers()) {
      return new SuspensionOutcome.GroundNotStated();
    }
    return awards
        .findLocked(awardId)
        .map(award -> suspend(award, ground, note))
        .orElseGet(SuspensionOutcome.NotFound::new);
  }

  private SuspensionOutcome suspend(Award award, SuspensionGround ground, String note) {
    if (award.state() != AwardState.RESUMED) {
      return new SuspensionOutcome.NotNow(award.state());
    }
    suspendAwards.suspend(List.of(award.id()), ground, calendar.today(), note);
    audit.wrote("suspended", "award", award.id(), award.residentId());
    return new SuspensionOutcome.Suspended(award.id());
  }
}
