package ua.vidnova.registry.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.registry.merge.RecordsRegrouped;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.shield.ShieldChanged;

/**
 * Tells other services who lives together, and tells it again when one of them is shielded, or no
 * longer, or is known under another record.
 */
@ApplicationScoped
class TellHouseholds {

  private final HouseholdReach reach;
  private final Outbox outbox;

  @Inject
  TellHouseholds(HouseholdReach reach, Outbox outbox) {
    this.reach = reach;
    this.outbox = outbox;
  }

  /** In the transaction that has made the household's present version. */
  void tell(Household household) {
    Household.flush();
    outbox.append(
        new HouseholdChanged(
            household.id(),
            household.version(),
            HouseholdMembership.listPeopleToTell(household.id())));
  }

  void tellAgain(@Observes ShieldChanged changed) {
    tellAgainOf(List.of(changed.residentId()));
  }

  void tellAgain(@Observes RecordsRegrouped regrouped) {
    tellAgainOf(List.of(regrouped.mergedId(), regrouped.survivorId()));
  }

  private void tellAgainOf(Collection<UUID> people) {
    var records =
        people.stream().flatMap(id -> Resident.findIdsOfPerson(id).stream()).distinct().toList();
    reach.waitForOthersWith(records);
    for (var household : Household.listLockedOf(records)) {
      household.changed();
      tell(household);
    }
  }
}
