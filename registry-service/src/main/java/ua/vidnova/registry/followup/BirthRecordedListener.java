package ua.vidnova.registry.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears from medical that a resident bore a living child. */
@ApplicationScoped
class BirthRecordedListener implements EventHandler<BirthRecorded> {

  private final OpenFollowUp openFollowUp;

  @Inject
  BirthRecordedListener(OpenFollowUp openFollowUp) {
    this.openFollowUp = openFollowUp;
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.BirthRecorded.v1";
  }

  @Override
  public Class<BirthRecorded> dataType() {
    return BirthRecorded.class;
  }

  @Override
  public void handle(IncomingEvent<BirthRecorded> event) {
    openFollowUp.hear(Sighting.of(event.data()), event.time());
  }
}
