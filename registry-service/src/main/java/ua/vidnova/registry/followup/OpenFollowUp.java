package ua.vidnova.registry.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.lifestate.UnknownResident;
import ua.vidnova.registry.resident.Resident;

/**
 * Keeps what a brigade saw for a registrar. It is told again when a visit is corrected or recorded
 * anew, and is kept once.
 */
@ApplicationScoped
class OpenFollowUp {

  private final EarlyWithdrawals earlyWithdrawals;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;

  @Inject
  OpenFollowUp(EarlyWithdrawals earlyWithdrawals, KyivCalendar calendar, AuditTrail auditTrail) {
    this.earlyWithdrawals = earlyWithdrawals;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
  }

  /**
   * Opens a follow-up, or corrects the one that is open; in the event's transaction. What has been
   * taken back since changes nothing.
   *
   * @param at when it was told
   * @throws UnknownResident when the registry does not know them yet, or only from a list, so that
   *     the event is tried again and then parked until they are registered
   */
  void hear(Sighting heard, Instant at) {
    var known = Resident.findLockedWithPerson(heard.residentId());
    if (known.filter(resident -> resident.listedIn().isEmpty()).isEmpty()) {
      throw new UnknownResident(heard.residentId());
    }
    var toldAt = at.truncatedTo(ChronoUnit.MICROS);
    var before = FollowUp.findOf(heard.matter());
    if (before.isPresent()) {
      if (before.get().hearAgain(heard, toldAt)) {
        note("corrected", before.get());
      }
    } else if (!earlyWithdrawals.takesBack(heard.matter(), toldAt)) {
      note("opened", FollowUp.open(heard, toldAt, calendar.now()));
    }
  }

  private void note(String action, FollowUp followUp) {
    auditTrail.wrote(action, "follow-up", followUp.id(), followUp.residentId());
  }
}
