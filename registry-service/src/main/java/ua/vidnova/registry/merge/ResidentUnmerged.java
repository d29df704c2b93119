package ua.vidnova.registry.merge;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** Tells that two records are of two people after all. Keyed like {@link ResidentMerged}. */
public record ResidentUnmerged(UUID residentId, UUID survivorId, LocalDate unmergedOn)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "registry.residents";
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.ResidentUnmerged.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
