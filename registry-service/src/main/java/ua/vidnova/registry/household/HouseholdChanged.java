package ua.vidnova.registry.household;

import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * Tells a household whole, as it is now: ids only, neither place nor roles.
 *
 * @param version rises with every telling
 * @param residentIds who lives there, under the records by which they are known; none who is
 *     shielded, and nobody when it is dissolved
 */
public record HouseholdChanged(UUID householdId, long version, List<UUID> residentIds)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "registry.households";
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.HouseholdChanged.v1";
  }

  @Override
  public String key() {
    return householdId.toString();
  }
}
