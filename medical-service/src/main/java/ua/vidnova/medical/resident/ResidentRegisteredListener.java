package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears that a resident was registered. */
@ApplicationScoped
class ResidentRegisteredListener implements EventHandler<ResidentRegistered> {

  @Override
  public String type() {
    return "ua.vidnova.registry.ResidentRegistered.v1";
  }

  @Override
  public Class<ResidentRegistered> dataType() {
    return ResidentRegistered.class;
  }

  @Override
  public void handle(IncomingEvent<ResidentRegistered> event) {
    var data = event.data();
    Resident.heardOf(data.residentId()).livesIn(data.settlement(), event.time());
  }
}
