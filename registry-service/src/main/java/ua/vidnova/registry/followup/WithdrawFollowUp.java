package ua.vidnova.registry.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.registry.lifestate.UnknownResident;
import ua.vidnova.registry.resident.Resident;

/**
 * Ends a follow-up whose ground medical took back. What a registrar has done stays done, and says
 * since when its ground is gone.
 */
@ApplicationScoped
class WithdrawFollowUp {

  private final EarlyWithdrawals earlyWithdrawals;
  private final AuditTrail auditTrail;

  @Inject
  WithdrawFollowUp(EarlyWithdrawals earlyWithdrawals, AuditTrail auditTrail) {
    this.earlyWithdrawals = earlyWithdrawals;
    this.auditTrail = auditTrail;
  }

  /**
   * Withdraws the follow-up, or will when it is heard of; in the event's transaction. Something
   * told later than this stays.
   *
   * @throws UnknownResident as when it is told
   */
  void hear(Matter matter, Instant at) {
    var known = Resident.findLockedWithPerson(matter.residentId());
    if (known.filter(resident -> resident.listedIn().isEmpty()).isEmpty()) {
      throw new UnknownResident(matter.residentId());
    }
    var time = at.truncatedTo(ChronoUnit.MICROS);
    var followUp = FollowUp.findOf(matter);
    if (followUp.isEmpty()) {
      earlyWithdrawals.keep(matter, time);
    } else if (followUp.get().withdraw(time)) {
      auditTrail.wrote("withdrawn", "follow-up", followUp.get().id(), followUp.get().residentId());
    }
  }
}
