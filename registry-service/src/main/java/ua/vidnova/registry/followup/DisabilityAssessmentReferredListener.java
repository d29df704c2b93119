package ua.vidnova.registry.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears from medical that a resident was referred to have a disability assessed. */
@ApplicationScoped
class DisabilityAssessmentReferredListener implements EventHandler<DisabilityAssessmentReferred> {

  private final OpenFollowUp openFollowUp;

  @Inject
  DisabilityAssessmentReferredListener(OpenFollowUp openFollowUp) {
    this.openFollowUp = openFollowUp;
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.DisabilityAssessmentReferred.v1";
  }

  @Override
  public Class<DisabilityAssessmentReferred> dataType() {
    return DisabilityAssessmentReferred.class;
  }

  @Override
  public void handle(IncomingEvent<DisabilityAssessmentReferred> event) {
    openFollowUp.hear(Sighting.of(event.data()), event.time());
  }
}
