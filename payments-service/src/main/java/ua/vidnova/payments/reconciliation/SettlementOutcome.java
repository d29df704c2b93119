package ua.vidnova.payments.reconciliation;

/** What came of a step towards settling a difference. */
public sealed interface SettlementOutcome {

  /** Done. */
  record Done(ReportDifference difference) implements SettlementOutcome {}

  /** It is not there, or not within the caller's territories. */
  record NotFound() implements SettlementOutcome {}

  /** Whoever proposed it does not approve it. */
  record SamePerson() implements SettlementOutcome {}

  /** The books cannot follow. */
  record CannotBook(BookingRules.Obstacle obstacle) implements SettlementOutcome {}

  /** The difference is in another state. */
  record NotNow(ReportDifference.State state) implements SettlementOutcome {}
}
