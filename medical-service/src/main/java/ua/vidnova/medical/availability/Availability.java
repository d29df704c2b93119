package ua.vidnova.medical.availability;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A statement about a settlement, whole: what it does not name is not known.
 *
 * @param settlement KATOTTG code
 * @param statedOn the day of which it holds
 * @param source whose word it is
 * @param functionality of care as a whole
 * @param damage of its buildings and equipment
 * @param note null when nothing is added
 */
public record Availability(
    UUID id,
    String settlement,
    LocalDate statedOn,
    String source,
    Extent functionality,
    Extent damage,
    Map<Amenity, Extent> amenities,
    Map<HealthService, ServiceState> services,
    String note) {

  /**
   * How far a service is there.
   *
   * @param barriers what is wanting; none when it is fully there
   */
  public record ServiceState(Extent extent, Set<Barrier> barriers) {}
}
