package ua.vidnova.registry.household;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything that is kept of one household, first to last. */
public record HouseholdFile(
    Household household, List<HouseholdMembership> memberships, List<HouseholdChange> changes) {

  static HouseholdFile of(Household household) {
    return new HouseholdFile(
        household,
        HouseholdMembership.listOf(household.id()),
        HouseholdChange.listOf(household.id()));
  }

  /** The place that a resident has now. */
  Optional<HouseholdMembership> findOpen(UUID residentId) {
    return memberships.stream()
        .filter(HouseholdMembership::isOpen)
        .filter(membership -> membership.residentId().equals(residentId))
        .findFirst();
  }

  /** The same without these people. */
  HouseholdFile without(Set<UUID> people) {
    return new HouseholdFile(
        household,
        memberships.stream()
            .filter(membership -> !people.contains(membership.residentId()))
            .toList(),
        changes);
  }

  /** Everyone who lives or has lived there. */
  List<UUID> everyone() {
    return memberships.stream().map(HouseholdMembership::residentId).distinct().toList();
  }
}
