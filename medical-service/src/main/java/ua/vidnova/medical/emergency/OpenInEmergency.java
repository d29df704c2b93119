package ua.vidnova.medical.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.reach.EmergencyAccess;
import ua.vidnova.medical.reach.EmergencyAccess.Actor;
import ua.vidnova.medical.reach.EmergencyAccess.Whose;
import ua.vidnova.medical.reach.ReachSettings;
import ua.vidnova.medical.resident.Resident;

/** A medic opens the record of someone whom they would not see otherwise, and says why. */
@ApplicationScoped
public class OpenInEmergency {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final ReachSettings settings;
  private final AuditTrail auditTrail;

  @Inject
  OpenInEmergency(
      Caller caller, KyivCalendar calendar, ReachSettings settings, AuditTrail auditTrail) {
    this.caller = caller;
    this.calendar = calendar;
    this.settings = settings;
    this.auditTrail = auditTrail;
  }

  /** Opens it for a time; empty when there is no such resident. */
  @Transactional
  public Optional<EmergencyAccess> open(UUID residentId, String reason) {
    var found = Resident.findRegistered(residentId);
    found.ifPresent(
        resident -> auditTrail.wrote("opened-in-emergency", "resident", residentId, residentId));
    return found.map(resident -> opened(resident, reason));
  }

  private EmergencyAccess opened(Resident resident, String reason) {
    var now = calendar.now();
    var access =
        new EmergencyAccess(
            new Whose(resident.id(), resident.settlement()),
            reason,
            new Actor(caller.id(), caller.name()),
            now,
            now.plus(settings.emergencyAccess()));
    access.persist();
    return access;
  }
}
