package ua.vidnova.payments.cashcollection;

/** What came of proposing, approving or ending a delegation. */
public sealed interface DelegationOutcome {

  record Done(Delegation now) implements DelegationOutcome {}

  /** Not there, or not in the caller's territories. */
  record NotFound() implements DelegationOutcome {}

  /** A field that is not acceptable. */
  record NotAcceptable(String field, String code, String message) implements DelegationOutcome {}

  /** Who proposes cannot approve. */
  record SamePerson() implements DelegationOutcome {}

  /** Another official is approved for some of the same days. */
  record OverlapsAnother() implements DelegationOutcome {}

  /** Its state does not allow this step. */
  record NotNow(Delegation.State state) implements DelegationOutcome {}

  /** It has changed since the caller read it. */
  record ChangedMeanwhile() implements DelegationOutcome {}
}
