package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears that two records are of one person. */
@ApplicationScoped
class ResidentMergedListener implements EventHandler<ResidentMerged> {

  @Override
  public String type() {
    return "ua.vidnova.registry.ResidentMerged.v1";
  }

  @Override
  public Class<ResidentMerged> dataType() {
    return ResidentMerged.class;
  }

  @Override
  public void handle(IncomingEvent<ResidentMerged> event) {
    var data = event.data();
    Resident.makeIfNew(data.survivorId());
    Resident.heardOf(data.residentId()).isMergedInto(data.survivorId(), event.time());
  }
}
