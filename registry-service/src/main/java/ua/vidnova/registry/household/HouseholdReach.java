package ua.vidnova.registry.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentReach;
import ua.vidnova.registry.shield.Shielding;

/**
 * The households and residents that a caller may see: those of the caller's territories. Members
 * who are shielded from the caller are left out, and a household that has no others is not there.
 */
@ApplicationScoped
class HouseholdReach {

  private final Caller caller;
  private final ResidentReach residents;
  private final Shielding shielding;
  private final TransactionLock lock;

  @Inject
  HouseholdReach(
      Caller caller, ResidentReach residents, Shielding shielding, TransactionLock lock) {
    this.caller = caller;
    this.residents = residents;
    this.shielding = shielding;
    this.lock = lock;
  }

  boolean covers(String settlement) {
    return caller.covers(settlement);
  }

  /** The household as the caller may see it. */
  Optional<HouseholdFile> find(UUID id) {
    return Household.findHousehold(id)
        .filter(this::covers)
        .map(HouseholdFile::of)
        .map(this::shown)
        .filter(HouseholdFile::hasMembers);
  }

  /** The whole household, locked until commit, if the caller may see anybody of it. */
  Optional<HouseholdFile> findLocked(UUID id) {
    return Household.findLocked(id)
        .filter(this::covers)
        .map(HouseholdFile::of)
        .filter(file -> shown(file).hasMembers());
  }

  Optional<Resident> findResident(UUID id) {
    return residents.find(id);
  }

  List<HouseholdFile> list(Optional<UUID> residentId, Optional<UUID> after, int limit) {
    return shown(
        HouseholdFile.listOf(
            Household.listWithin(caller.territories(), caller.id(), residentId, after, limit)));
  }

  /** The household without the members who are kept from the caller. */
  HouseholdFile shown(HouseholdFile file) {
    return shown(List.of(file)).getFirst();
  }

  private List<HouseholdFile> shown(List<HouseholdFile> files) {
    var everyone = files.stream().flatMap(file -> file.everyone().stream()).distinct().toList();
    var hidden = shielding.hidden(everyone);
    return files.stream().map(file -> file.without(hidden)).toList();
  }

  private boolean covers(Household household) {
    return covers(household.settlement());
  }

  /** Makes commands about the same people or ids follow one another until commit. */
  void waitForOthersWith(Collection<UUID> ids) {
    ids.stream().sorted().forEach(id -> lock.waitForOthersWith(id.toString()));
  }
}
