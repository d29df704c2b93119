package ua.vidnova.registry.followup;

/** What came of the wish to close a follow-up. */
public sealed interface ClosureOutcome {

  record Closed(FollowUp followUp) implements ClosureOutcome {}

  /** Not there, or not the caller's to see. */
  record NotFound() implements ClosureOutcome {}

  /** It has changed since the caller read it. */
  record ChangedMeanwhile() implements ClosureOutcome {}

  /** It had been closed otherwise, or by somebody else. */
  record ClosedBefore(FollowUpState state) implements ClosureOutcome {}
}
