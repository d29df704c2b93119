package ua.vidnova.medical.need;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;

/** What became of a wish to note a need or to settle it. */
public sealed interface NeedOutcome {

  /**
   * It is as wished.
   *
   * @param isNew false when the same had been noted before, or was known
   */
  record Done(NeedNow now, boolean isNew) implements NeedOutcome {}

  /** It is not, and nothing was kept. */
  sealed interface Refused extends NeedOutcome {}

  record Unacceptable(List<FieldError> errors) implements Refused {}

  /** The place is outside the caller's territories. */
  record PlaceNotCovered() implements Refused {}

  /** Nobody told of such a resident yet. */
  record ResidentUnknown() implements Refused {}

  /** The resident lives outside the caller's territories. */
  record ResidentNotVisible() implements Refused {}

  record ResidentDeceased() implements Refused {}

  /** Another need has this id. */
  record IdTaken() implements Refused {}

  record NotFound() implements Refused {}

  record ChangedMeanwhile() implements Refused {}

  /** It is met or closed. */
  record Settled(NeedState state) implements Refused {}

  /** No brigade that treats people is to make that stop in the need's settlement. */
  record NoSuchStop() implements Refused {}

  /** There is no such visit since they asked, or not the caller's to see. */
  record NoSuchVisit() implements Refused {}

  /** The need is of a resident, whose visits meet it by themselves. */
  record MetByItself() implements Refused {}
}
