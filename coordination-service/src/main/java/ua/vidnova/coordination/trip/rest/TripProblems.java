package ua.vidnova.coordination.trip.rest;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.coordination.brigade.Fault;
import ua.vidnova.coordination.trip.TripOutcome;
import ua.vidnova.coordination.trip.TripState;

/** What is answered when a trip is not as wished. */
final class TripProblems {

  private TripProblems() {}

  static Problem of(TripOutcome.Refused refused) {
    return switch (refused) {
      case TripOutcome.NotAcceptable(var faults) -> Problems.invalid(errors(faults));
      case TripOutcome.OutsideTerritory() ->
          Problem.of(403, "outside-your-territory", "A stop is outside your territory");
      case TripOutcome.BrigadeBusy(var other) ->
          Problems.conflict("brigade-busy", "The brigade is on another trip on one of the days")
              .with("tripId", other);
      case TripOutcome.MembersBusy(var busy) ->
          Problems.conflict("member-busy", "A member is on another trip on one of the days")
              .withErrors(busy.stream().map(TripProblems::error).toList());
      case TripOutcome.StopTaken(var position) ->
          Problems.conflict("stop-id-taken", "Another trip has a stop of this id")
              .withErrors(
                  List.of(
                      new FieldError("stops[" + position + "].stopId", "taken", "Make a new id.")));
      case TripOutcome.WrongState(var state) -> wrong(state);
      case TripOutcome.TooEarly() ->
          Problems.conflict("before-first-day", "The first day of the trip has not come");
      case TripOutcome.NotLiberated(var faults) ->
          Problems.conflict("stop-not-liberated", "A stop still to come is not liberated")
              .withErrors(errors(faults));
      case TripOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile();
      case TripOutcome.NotFound() -> Problems.notFound();
    };
  }

  private static Problem wrong(TripState state) {
    return switch (state) {
      case PLANNED -> Problems.conflict("trip-planned", "The trip has not been started");
      case UNDER_WAY -> Problems.conflict("trip-under-way", "The trip is under way");
      case COMPLETED -> Problems.conflict("trip-completed", "The trip is over");
      case CANCELLED -> Problems.conflict("trip-cancelled", "The trip was cancelled");
    };
  }

  private static FieldError error(TripOutcome.Busy busy) {
    return new FieldError(
        "members[" + busy.position() + "].user",
        "busy",
        "On trip " + busy.otherTrip() + " on one of the days.");
  }

  private static List<FieldError> errors(List<Fault> faults) {
    return faults.stream()
        .map(fault -> new FieldError(fault.field(), fault.code(), "Give another value."))
        .toList();
  }
}
