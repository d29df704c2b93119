package ua.vidnova.medical.visit;

import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * What a visit said of a resident's death was wrong. If only the day was, DeathRecorded follows
 * with the right one.
 */
public record DeathWithdrawn(UUID visitId, UUID residentId) implements OutgoingEvent {

  @Override
  public String topic() {
    return "medical.outcomes";
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.DeathWithdrawn.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
