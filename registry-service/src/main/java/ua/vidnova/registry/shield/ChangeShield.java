package ua.vidnova.registry.shield;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.resident.Resident;

/** Names who sees a shielded resident, and lifts the shield. Each may be repeated. */
@ApplicationScoped
public class ChangeShield {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;
  private final Event<ShieldChanged> changed;

  @Inject
  ChangeShield(
      Caller caller, KyivCalendar calendar, AuditTrail auditTrail, Event<ShieldChanged> changed) {
    this.caller = caller;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
    this.changed = changed;
  }

  /** Lets a member of staff, by token subject, see the resident. */
  @Transactional
  public ShieldOutcome name(UUID residentId, String staff) {
    return change(
        residentId,
        shield -> {
          if (NamedStaff.find(shield.id(), staff).isEmpty()) {
            NamedStaff.name(shield.id(), staff, caller.id(), calendar.now());
            auditTrail.wrote("staff-named", "resident", residentId, residentId);
          }
          return ShieldOutcome.InForce.of(shield);
        });
  }

  /** Takes that back. */
  @Transactional
  public ShieldOutcome remove(UUID residentId, String staff) {
    return change(
        residentId,
        shield -> {
          NamedStaff.find(shield.id(), staff)
              .ifPresent(
                  named -> {
                    named.remove(caller.id(), calendar.now());
                    auditTrail.wrote("staff-removed", "resident", residentId, residentId);
                  });
          return ShieldOutcome.InForce.of(shield);
        });
  }

  /** Makes the resident like any other. */
  @Transactional
  public ShieldOutcome lift(UUID residentId, String reason) {
    return change(
        residentId,
        shield -> {
          shield.lift(reason, caller.id(), calendar.now());
          changed.fire(new ShieldChanged(residentId));
          auditTrail.wrote("unshielded", "resident", residentId, residentId);
          return new ShieldOutcome.Lifted();
        });
  }

  private ShieldOutcome change(UUID residentId, Function<Shield, ShieldOutcome> change) {
    return find(residentId).map(change).orElseGet(ShieldOutcome.NotFound::new);
  }

  private Optional<Shield> find(UUID residentId) {
    return Resident.findLockedWithPerson(residentId)
        .filter(resident -> caller.covers(resident.person().settlement()))
        .flatMap(resident -> Shield.findOf(residentId));
  }
}
