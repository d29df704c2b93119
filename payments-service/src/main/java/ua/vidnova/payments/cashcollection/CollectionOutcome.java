package ua.vidnova.payments.cashcollection;

/** What became of a step of a cash collection. */
public sealed interface CollectionOutcome {

  record Done(CashCollection now) implements CollectionOutcome {}

  /** Not there, not for a delegated official, or not in the caller's territories. */
  record NotFound() implements CollectionOutcome {}

  /** Its run is still putting instructions in. */
  record NotReady() implements CollectionOutcome {}

  /** Every instruction of the list was withdrawn. */
  record NothingToPay() implements CollectionOutcome {}

  /** Nobody is delegated for the settlement today: nothing may be taken out. */
  record NotDelegated() implements CollectionOutcome {}

  /** The state does not allow this step. */
  record NotNow(CashCollection.State state) implements CollectionOutcome {}

  /** Another person must take this step. */
  record SamePerson() implements CollectionOutcome {}

  /** It has changed since the caller read it. */
  record ChangedMeanwhile() implements CollectionOutcome {}

  /** More than the list says. */
  record MoreThanListed() implements CollectionOutcome {}

  /** The sum is not what the first person counted, or what is left to come back. */
  record SumsDisagree() implements CollectionOutcome {}

  /** A day on which it cannot have come back. */
  record DayImpossible(String code) implements CollectionOutcome {}
}
