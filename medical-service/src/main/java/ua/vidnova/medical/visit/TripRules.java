package ua.vidnova.medical.visit;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.medical.trip.TripHistory;

/** Whether a visit can have been made on the trip that it names, whatever became of it since. */
final class TripRules {

  private TripRules() {}

  /**
   * Everything that is wrong, field by field; empty when the visit can be of this trip.
   *
   * @param medic user name of who made the visit
   */
  static List<FieldError> check(
      VisitFacts facts, TripHistory trip, String medic, VisitLimits limits) {
    var refusals = new Refusals();
    if (!trip.hadMember(medic)) {
      refusals.refuse(
          "tripId", "not-on-trip", "Its medic is not on this trip; if it is news, repeat later.");
    }
    if (!trip.includes(facts.startedOn(), limits.tripToleranceDays())) {
      refusals.refuse("startedAt", "outside-trip", "The trip was on other days.");
    }
    return refusals.all();
  }
}
