package ua.vidnova.medical.visit;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;

/** What became of a correction that was handed in. */
public sealed interface Correcting {

  /** It is recorded, and stands. */
  record Done(Visit revision) implements Correcting {}

  /** The same correction had been recorded before; nothing was done. */
  record DoneBefore(Visit revision) implements Correcting {}

  /** Some facts cannot be. */
  record Unacceptable(List<FieldError> errors) implements Correcting {}

  /** There is no such visit here, or not yet, or not the caller's to see. */
  record VisitUnknown() implements Correcting {}

  /** Nobody told of the trip that it names now, or not yet. */
  record TripUnknown() implements Correcting {}

  /** It would be after the day on which the resident died. */
  record ResidentDeceased() implements Correcting {}

  /** Neither the medic who recorded the visit, nor a brigade lead of the territory. */
  record NotTheirs() implements Correcting {}

  /** It took place outside the caller's territories. */
  record PlaceNotCovered() implements Correcting {}

  /** The visit was corrected since the caller read it. */
  record OutOfDate() implements Correcting {}

  /** The caller corrects a revision that has not arrived. */
  record RevisionUnknown() implements Correcting {}

  /** The id belongs to another revision, or to this one with other facts. */
  record IdTaken() implements Correcting {}

  /** A part of another revision has an id of this one's. */
  record PartIdTaken() implements Correcting {}
}
