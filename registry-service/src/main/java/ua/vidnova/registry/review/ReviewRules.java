package ua.vidnova.registry.review;

import java.util.Objects;
import java.util.UUID;

/** Which decision may follow on which state of a pair. */
final class ReviewRules {

  private ReviewRules() {}

  /** What to do with a decision. */
  enum Step {
    CARRY_OUT,
    /** The same was decided before. */
    NOTHING_NEW,
    /** Another decision stands. */
    REFUSE
  }

  /**
   * Judges a decision.
   *
   * @param reason of the decision that stands; null when none does
   * @param survivor of the merge in force between the two; null when there is none
   */
  static Step judge(PairState state, String reason, UUID survivor, ReviewDecision decision) {
    return switch (state) {
      case PROPOSED -> Step.CARRY_OUT;
      case EVIDENCE_ASKED ->
          decision instanceof ReviewDecision.AskEvidence again && again.reason().equals(reason)
              ? Step.NOTHING_NEW
              : Step.CARRY_OUT;
      case SAME ->
          decision instanceof ReviewDecision.Same same && Objects.equals(same.survivor(), survivor)
              ? Step.NOTHING_NEW
              : Step.REFUSE;
      case DIFFERENT ->
          decision instanceof ReviewDecision.Different ? Step.NOTHING_NEW : Step.REFUSE;
    };
  }
}
