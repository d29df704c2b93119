package ua.vidnova.gateway.callers;

import ua.vidnova.gateway.problems.Problem;

/** What became of the attempt to find out who sends a request. */
public sealed interface Identification {

  record Known(Caller caller) implements Identification {}

  /** The request carries nothing to identify its sender by. */
  record Anonymous() implements Identification {}

  /** The request carries something that does not hold, or that cannot be checked now. */
  record Refused(Problem problem) implements Identification {}

  /** A step of signing in or out: the browser has to go to this address next. */
  record Redirected(String address) implements Identification {}
}
