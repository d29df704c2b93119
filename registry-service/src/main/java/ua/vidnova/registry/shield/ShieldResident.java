package ua.vidnova.registry.shield;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.resident.Resident;

/** Keeps a resident at risk from all but the staff named for them. */
@ApplicationScoped
public class ShieldResident {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;
  private final Event<ShieldChanged> changed;

  @Inject
  ShieldResident(
      Caller caller, KyivCalendar calendar, AuditTrail auditTrail, Event<ShieldChanged> changed) {
    this.caller = caller;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
    this.changed = changed;
  }

  /**
   * Puts the shield up.
   *
   * @param staff token subjects of those who may see the resident, possibly none
   */
  @Transactional
  public ShieldOutcome shield(UUID residentId, String reason, List<String> staff) {
    if (Resident.findLockedWithPerson(residentId)
        .filter(resident -> caller.covers(resident.person().settlement()))
        .isEmpty()) {
      return new ShieldOutcome.NotFound();
    }
    if (Shield.findOf(residentId).isPresent()) {
      return new ShieldOutcome.ShieldedAlready();
    }
    var shield = Shield.put(residentId, reason, caller.id(), calendar.now());
    staff.stream()
        .distinct()
        .forEach(one -> NamedStaff.name(shield.id(), one, caller.id(), calendar.now()));
    changed.fire(new ShieldChanged(residentId));
    auditTrail.wrote("shielded", "resident", residentId, residentId);
    return ShieldOutcome.InForce.of(shield);
  }
}
