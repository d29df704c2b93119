package ua.vidnova.medical.referral;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;

/** What came of the wish to say what became of a referral. */
public sealed interface Closing {

  /**
   * It is noted.
   *
   * @param isNew false when the same person had said the same before
   */
  record Done(ReferralOutcome outcome, boolean isNew) implements Closing {}

  /** Not there, or of a person out of the caller's reach. */
  record NotFound() implements Closing {}

  /** The visit was withdrawn, or corrected so that it makes no such referral. */
  record Withdrawn() implements Closing {}

  /** After what was said last, this cannot be. */
  record ClosedBefore(ReferralOutcome.Kind last) implements Closing {}

  /** A day that cannot be. */
  record Unacceptable(List<FieldError> errors) implements Closing {}
}
