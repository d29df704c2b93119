package ua.vidnova.medical.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.medical.actor.ActingCaller;
import ua.vidnova.medical.reach.EmergencyAccess;
import ua.vidnova.medical.reach.EmergencyAccess.Whose;
import ua.vidnova.medical.reach.ReachSettings;
import ua.vidnova.medical.resident.Resident;

/** A medic opens the record of someone whom they would not see otherwise, and says why. */
@ApplicationScoped
public class OpenInEmergency {

  private final ActingCaller caller;
  private final ReachSettings settings;
  private final AuditTrail auditTrail;

  @Inject
  OpenInEmergency(ActingCaller caller, ReachSettings settings, AuditTrail auditTrail) {
    this.caller = caller;
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
    var access =
        new EmergencyAccess(
            new Whose(resident.id(), resident.settlement()),
            reason,
            caller.now(),
            settings.emergencyAccess());
    access.persist();
    return access;
  }
}
