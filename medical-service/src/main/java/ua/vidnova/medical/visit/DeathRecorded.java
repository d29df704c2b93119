package ua.vidnova.medical.visit;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** A medic recorded a resident's death. Says the day, never the cause. */
public record DeathRecorded(UUID visitId, UUID residentId, LocalDate diedOn)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "medical.outcomes";
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.DeathRecorded.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
