package ua.vidnova.medical.visit.rest;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;

/** Refusals because of the trip that a visit names. */
public final class TripProblems {

  private TripProblems() {}

  /** Nobody told of it, or not yet: 422, to be repeated. */
  public static Problem unknown() {
    return Problem.of(422, "trip-unknown", "No such trip is known here")
        .withDetail("If it was planned a moment ago, the news is on its way: repeat the request.")
        .withErrors(List.of(new FieldError("tripId", "unknown", "Repeat later, or check the id.")));
  }
}
