package ua.vidnova.medical.visit;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;

/** What became of a visit that a medic handed in. */
public sealed interface Recording {

  /** It is recorded. */
  record Done(Visit visit) implements Recording {}

  /** The same visit had been recorded before; nothing was done. */
  record DoneBefore(Visit visit) implements Recording {}

  /** Some facts cannot be. */
  record Unacceptable(List<FieldError> errors) implements Recording {}

  /** It took place outside the medic's territories. */
  record PlaceNotCovered() implements Recording {}

  /** Nobody told of such a resident, or not yet. */
  record ResidentUnknown() implements Recording {}

  /** Nobody told of the trip that it names, or not yet. */
  record TripUnknown() implements Recording {}

  /** The resident lives outside the medic's territories. */
  record ResidentNotVisible() implements Recording {}

  /** The id belongs to another visit, or to this one with other facts. */
  record IdTaken() implements Recording {}

  /** The resident had died before the day of the visit. */
  record ResidentDeceased() implements Recording {}

  /** The id of the anonymous person is another's, or they looked different before. */
  record AnonymousIdTaken() implements Recording {}

  /** A medicine, referral or other part of another visit has an id of this one's. */
  record PartIdTaken() implements Recording {}
}
