package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears that two records are of two people after all. */
@ApplicationScoped
class ResidentUnmergedListener implements EventHandler<ResidentUnmerged> {

  @Override
  public String type() {
    return "ua.vidnova.registry.ResidentUnmerged.v1";
  }

  @Override
  public Class<ResidentUnmerged> dataType() {
    return ResidentUnmerged.class;
  }

  @Override
  public void handle(IncomingEvent<ResidentUnmerged> event) {
    Resident.heardOf(event.data().residentId()).isMergedInto(null, event.time());
  }
}
