package ua.vidnova.medical.visit;

import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * What a registrar has to act upon because of a visit. Says whom and which day, nothing clinical.
 */
sealed interface ToldOutcome extends OutgoingEvent
    permits BirthRecorded, DisabilityAssessmentReferred, MissingPersonSeen {

  UUID residentId();

  @Override
  default String topic() {
    return "medical.outcomes";
  }

  @Override
  default String type() {
    return "ua.vidnova.medical." + getClass().getSimpleName() + ".v1";
  }

  @Override
  default String key() {
    return residentId().toString();
  }
}
