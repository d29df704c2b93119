package ua.vidnova.coordination.trip;

import java.util.List;
import java.util.UUID;
import ua.vidnova.coordination.brigade.Fault;

/** What became of a wish to plan a trip or to move it on. */
public sealed interface TripOutcome {

  /** It is as wished. */
  record Saved(Trip now, boolean isNew) implements TripOutcome {}

  /** It is not, and nothing was kept. */
  sealed interface Refused extends TripOutcome {}

  record NotAcceptable(List<Fault> faults) implements Refused {}

  /** A stop, before or after, is outside the caller's territory. */
  record OutsideTerritory() implements Refused {}

  /** On one of the days the brigade is on another trip. */
  record BrigadeBusy(UUID otherTrip) implements Refused {}

  /** On one of the days members are on other trips. */
  record MembersBusy(List<Busy> busy) implements Refused {}

  /**
   * A member who is on another trip.
   *
   * @param position in the list of members, from zero
   */
  record Busy(int position, UUID otherTrip) {}

  /** Another trip has, or had, a stop of this id. */
  record StopTaken(int position) implements Refused {}

  /** The trip's state does not allow it. */
  record WrongState(TripState state) implements Refused {}

  /** Its first day has not come. */
  record TooEarly() implements Refused {}

  /** Stops that are still to come are not, or no longer, liberated. */
  record NotLiberated(List<Fault> faults) implements Refused {}

  record ChangedMeanwhile() implements Refused {}

  record NotFound() implements Refused {}
}
