package ua.vidnova.registry.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears from medical that someone missing or presumed dead was seen. */
@ApplicationScoped
class MissingPersonSeenListener implements EventHandler<MissingPersonSeen> {

  private final OpenFollowUp openFollowUp;

  @Inject
  MissingPersonSeenListener(OpenFollowUp openFollowUp) {
    this.openFollowUp = openFollowUp;
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.MissingPersonSeen.v1";
  }

  @Override
  public Class<MissingPersonSeen> dataType() {
    return MissingPersonSeen.class;
  }

  @Override
  public void handle(IncomingEvent<MissingPersonSeen> event) {
    openFollowUp.hear(Sighting.of(event.data()), event.time());
  }
}
