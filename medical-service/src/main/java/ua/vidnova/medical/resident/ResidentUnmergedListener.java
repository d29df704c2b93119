package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears that two records are of two people after all. */
@ApplicationScoped
class ResidentUnmergedListener implements EventHandler<ResidentUnmerged> {

  private final Merges merges;

  @Inject
  ResidentUnmergedListener(Merges merges) {
    this.merges = merges;
  }

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
    merges.note(event.data().residentId(), null, event.time());
  }
}
