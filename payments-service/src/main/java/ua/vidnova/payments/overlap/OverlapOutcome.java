package ua.vidnova.payments.overlap;

/** What came of proposing, deciding or ending an overlap. */
public sealed interface OverlapOutcome {

  record Kept(Overlap overlap) implements OverlapOutcome {}

  /** It waits for another person, or was refused. */
  record Proposal(OverlapProposal proposal) implements OverlapOutcome {}

  /** Another person must approve. */
  record SamePerson() implements OverlapOutcome {}

  /** It is decided. */
  record NotNow(OverlapProposal.State state) implements OverlapOutcome {}

  /** It is not there, or not the caller's to see. */
  record NotFound() implements OverlapOutcome {}

  /** Some of the months are recorded or proposed already. */
  record MeetsAnother() implements OverlapOutcome {}

  /** Two people are about to resume the award: their case is decided first. */
  record CaseProposed() implements OverlapOutcome {}

  /** Its last month stands already. */
  record EndedBefore() implements OverlapOutcome {}

  /** It would end before it began. */
  record EndsTooEarly() implements OverlapOutcome {}
}
