package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears that two records are of one person. */
@ApplicationScoped
class ResidentMergedListener implements EventHandler<ResidentMerged> {

  private final Event<AnonymousBecameKnown> becameKnown;

  @Inject
  ResidentMergedListener(Event<AnonymousBecameKnown> becameKnown) {
    this.becameKnown = becameKnown;
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
    var record = Resident.heardOf(data.residentId());
    record.isMergedInto(data.survivorId(), event.time());
    if (record.isAnonymous() && record.mergedInto().isPresent()) {
      becameKnown.fire(new AnonymousBecameKnown(record.id(), data.survivorId()));
    }
  }
}
