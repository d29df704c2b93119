package ua.vidnova.registry.household;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything that is kept of one household, first to last. */
public record HouseholdFile(
    Household household, List<HouseholdMembership> memberships, List<HouseholdChange> changes) {

  static HouseholdFile of(Household household) {
    return listOf(List.of(household)).getFirst();
  }

  /** The files of households, in their order. */
  static List<HouseholdFile> listOf(List<Household> households) {
    var ids = households.stream().map(Household::id).toList();
    var memberships = HouseholdMembership.byHousehold(ids);
    var changes = HouseholdChange.byHousehold(ids);
    return households.stream()
        .map(
            one ->
                new HouseholdFile(
                    one,
                    memberships.getOrDefault(one.id(), List.of()),
                    changes.getOrDefault(one.id(), List.of())))
        .toList();
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

  boolean hasMembers() {
    return !memberships.isEmpty();
  }

  /** Everyone who lives or has lived there. */
  List<UUID> everyone() {
    return memberships.stream().map(HouseholdMembership::residentId).distinct().toList();
  }
}
