package ua.vidnova.registry.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;

  @Inject
  OpenFollowUp(KyivCalendar calendar, AuditTrail auditTrail) {
    this.calendar = calendar;
    this.auditTrail = auditTrail;
  }

  /**
   * Opens a follow-up, or corrects the one that is open; in the event's transaction.
   *
   * @throws UnknownResident when the registry does not know them yet, or only from a list, so that
   *     the event is tried again and then parked until they are registered
   */
  void hear(Sighting heard) {
    var known = Resident.findLockedWithPerson(heard.residentId());
    if (known.filter(resident -> resident.listedIn().isEmpty()).isEmpty()) {
      throw new UnknownResident(heard.residentId());
    }
    var before = FollowUp.findOf(heard);
    if (before.isEmpty()) {
      note("opened", FollowUp.open(heard, calendar.now()));
    } else if (before.get().hearAgain(heard)) {
      note("corrected", before.get());
    }
  }

  private void note(String action, FollowUp followUp) {
    auditTrail.wrote(action, "follow-up", followUp.id(), followUp.residentId());
  }
}
