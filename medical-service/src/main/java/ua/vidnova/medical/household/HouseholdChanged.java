package ua.vidnova.medical.household;

import java.util.List;
import java.util.UUID;

/**
 * Registry tells a household, whole.
 *
 * @param residentIds who lives there, without people at risk; none when it is dissolved
 */
public record HouseholdChanged(UUID householdId, long version, List<UUID> residentIds) {}
