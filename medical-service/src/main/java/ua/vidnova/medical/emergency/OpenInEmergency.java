package ua.vidnova.medical.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.medical.actor.ActingCaller;
import ua.vidnova.medical.reach.EmergencyAccess;
import ua.vidnova.medical.reach.EmergencyAccess.Whose;
import ua.vidnova.medical.reach.ReachSettings;
import ua.vidnova.medical.resident.Person;
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

  /** What became of an opening. */
  public sealed interface Outcome {

    record Opened(EmergencyAccess access) implements Outcome {}

    record NoSuchResident() implements Outcome {}

    /** A review found that the same medic had no reason to open it, and that time is not over. */
    record FoundNotJustified() implements Outcome {}
  }

  /** Opens it for a time. */
  @Transactional
  public Outcome open(UUID residentId, String reason) {
    return Resident.findRegistered(residentId)
        .map(resident -> open(resident, reason))
        .orElseGet(Outcome.NoSuchResident::new);
  }

  private Outcome open(Resident resident, String reason) {
    var medic = caller.now();
    if (EmergencyAccess.isBarred(medic.id(), Person.of(resident).recordIds(), medic.at())) {
      return new Outcome.FoundNotJustified();
    }
    var access =
        new EmergencyAccess(
            new Whose(resident.id(), resident.settlement()),
            reason,
            medic,
            settings.emergencyAccess());
    access.persist();
    auditTrail.wrote("opened-in-emergency", "resident", resident.id(), resident.id());
    return new Outcome.Opened(access);
  }
}
