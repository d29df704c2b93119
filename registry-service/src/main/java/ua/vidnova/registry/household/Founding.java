package ua.vidnova.registry.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.reference.Territories;

/** What forming a household, joining one and splitting off have in common. */
@ApplicationScoped
class Founding {

  private final HouseholdReach reach;
  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  Founding(HouseholdReach reach, Caller caller, KyivCalendar calendar) {
    this.reach = reach;
    this.caller = caller;
    this.calendar = calendar;
  }

  /** Why a household cannot be formed under an id and at a place. */
  Optional<HouseholdOutcome> placeRefusal(UUID id, String settlement) {
    if (id != null && !Ids.isTimeOrdered(id)) {
      return notAcceptable(new FieldError("id", "not-uuid-v7", "Make a UUID version 7."));
    }
    if (!Territories.ukraine().isSettlement(settlement)) {
      return notAcceptable(
          new FieldError("settlement", "unknown-settlement", "Give the code of a settlement."));
    }
    return reach.covers(settlement)
        ? Optional.empty()
        : Optional.of(new HouseholdOutcome.OutsideTerritory());
  }

  /** Why people cannot come to live in a household; waits for other commands about them. */
  Optional<HouseholdOutcome> arrivalRefusal(
      List<Arrival> arrivals, UUID householdId, LocalDate on) {
    var people = arrivals.stream().map(Arrival::residentId).distinct().toList();
    reach.waitForOthersWith(people);
    var errors = new ArrayList<FieldError>();
    for (var arrival : arrivals) {
      reach
          .findResident(arrival.residentId())
          .map(
              resident ->
                  resident.lifeState().isDead()
                      ? Optional.of(arrival.error("deceased", "Only the living live somewhere."))
                      : on.isBefore(resident.birthDate())
                          ? Optional.of(arrival.error("before-birth", "Give a later day."))
                          : Optional.<FieldError>empty())
          .orElseGet(
              () -> Optional.of(arrival.error("unknown-resident", "Register the person first.")))
          .ifPresent(errors::add);
    }
    if (!errors.isEmpty()) {
      return Optional.of(new HouseholdOutcome.NotAcceptable(List.copyOf(errors)));
    }
    var elsewhere = HouseholdMembership.listElsewhere(people, householdId, on);
    return elsewhere.isEmpty()
        ? Optional.empty()
        : Optional.of(new HouseholdOutcome.LivesElsewhere(elsewhere));
  }

  /** Someone who comes, and the field of the request that names them. */
  record Arrival(String field, UUID residentId) {

    FieldError error(String code, String message) {
      return new FieldError(field, code, message);
    }

    static List<Arrival> of(List<Seat> seats) {
      var arrivals = new ArrayList<Arrival>(seats.size());
      for (var i = 0; i < seats.size(); i++) {
        arrivals.add(new Arrival("members[" + i + "].residentId", seats.get(i).residentId()));
      }
      return arrivals;
    }
  }

  /** Forms a household of people who may. */
  Household form(
      UUID id,
      String settlement,
      String address,
      LocalDate on,
      List<Seat> seats,
      HouseholdChange.Recorder recorder) {
    var household = Household.form(id, settlement, address.strip(), on);
    var formed = HouseholdChange.add(id, HouseholdChange.Kind.FORMED, on, recorder);
    seats.forEach(seat -> HouseholdMembership.begin(household, seat, on, formed));
    return household;
  }

  HouseholdChange.Recorder recorder(Instant deviceTime) {
    return new HouseholdChange.Recorder(caller.id(), caller.name(), calendar.now(), deviceTime);
  }

  private static Optional<HouseholdOutcome> notAcceptable(FieldError error) {
    return Optional.of(new HouseholdOutcome.NotAcceptable(List.of(error)));
  }
}
