package ua.vidnova.payments.automatic;

/** What came of proposing, approving or refusing a settlement's list. */
public sealed interface AutomaticOutcome {

  /** It was done; the list and its cases as they are now. */
  record Done(AutomaticResumption list, ListTotals totals) implements AutomaticOutcome {}

  /** It is not there, or not the caller's to see. */
  record NotFound() implements AutomaticOutcome {}

  /** The law names no such settlement. */
  record NotConcerned() implements AutomaticOutcome {}

  /** Coordination has not told that it is liberated. */
  record NotLiberated() implements AutomaticOutcome {}

  /** A list of the settlement waits for a decision. */
  record AlreadyProposed() implements AutomaticOutcome {}

  /** There is no pension to resume so. */
  record NobodyConcerned() implements AutomaticOutcome {}

  record NotNow(AutomaticResumption.State state) implements AutomaticOutcome {}

  /** The service proposed it, and no officer stands for it yet. */
  record NotEndorsed() implements AutomaticOutcome {}

  /** A person stands for it already. */
  record EndorsementNotNeeded() implements AutomaticOutcome {}

  /** Who proposes or endorses cannot approve. */
  record SamePerson() implements AutomaticOutcome {}
}
