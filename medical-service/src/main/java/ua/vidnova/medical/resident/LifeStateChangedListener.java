package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears that a resident died, is missing or presumed dead, or lives after all. */
@ApplicationScoped
class LifeStateChangedListener implements EventHandler<LifeStateChanged> {

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
    var data = event.data();
    Resident.heardOf(data.residentId()).isNow(data.inFull(), data.effectiveOn(), event.time());
  }
}
