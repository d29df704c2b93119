package ua.vidnova.payments.listening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.payments.death.StopAwards;
import ua.vidnova.payments.resident.LifeState;
import ua.vidnova.payments.resident.Resident;

/**
 * A death was recorded, or a record of death was wrong. The second brings no award back by itself:
 * that is for people to decide.
 */
@ApplicationScoped
public class LifeStateListener implements EventHandler<LifeStateListener.LifeStateChanged> {

  /** The part of the event that payments needs. */
  public record LifeStateChanged(UUID residentId, LifeState lifeState, LocalDate effectiveOn) {}

  private final StopAwards stopAwards;
  private final AuditTrail audit;

  @Inject
  LifeStateListener(StopAwards stopAwards, AuditTrail audit) {
    this.stopAwards = stopAwards;
    this.audit = audit;
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.LifeStateChanged.v1";
  }

  @Override
  public Class<LifeStateChanged> dataType() {
    return LifeStateChanged.class;
  }

  @Override
  public void handle(IncomingEvent<LifeStateChanged> event) {
    var change = event.data();
    var resident = Resident.getOrMakeLocked(change.residentId());
    switch (change.lifeState()) {
      case LIVING -> resident.live(event.time());
      case DECEASED -> {
        resident.die(change.effectiveOn(), event.time());
        if (resident.isDeceased()) {
          stopAwards
              .stop(resident)
              .forEach(
                  one ->
                      audit.wrote(one.action(), one.objectType(), one.objectId(), resident.id()));
        }
      }
    }
  }
}
