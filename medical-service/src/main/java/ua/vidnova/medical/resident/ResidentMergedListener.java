package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears that two records are of one person. */
@ApplicationScoped
class ResidentMergedListener implements EventHandler<ResidentMerged> {

  private final Merges merges;

  @Inject
  ResidentMergedListener(Merges merges) {
    this.merges = merges;
  }

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
    merges.note(data.residentId(), data.survivorId(), event.time());
  }
}
