package ua.vidnova.registry.merge;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * Tells that a record is of the same person as the survivor's. Keyed by the merged one, whose
 * merges follow one another; listeners take it in any order with events of the survivor.
 */
public record ResidentMerged(UUID residentId, UUID survivorId, LocalDate mergedOn)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "registry.residents";
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.ResidentMerged.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
