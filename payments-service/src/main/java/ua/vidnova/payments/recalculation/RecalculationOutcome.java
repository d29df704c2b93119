package ua.vidnova.payments.recalculation;

/** What came of proposing, approving or refusing a recalculation. */
public sealed interface RecalculationOutcome {

  /** It was done; the recalculation as it is now. */
  record Done(Recalculation recalculation) implements RecalculationOutcome {}

  record NotFound() implements RecalculationOutcome {}

  /** The step does not follow on its present state. */
  record NotNow(Recalculation.State state) implements RecalculationOutcome {}

  /** Who proposes cannot approve. */
  record SamePerson() implements RecalculationOutcome {}

  /** The first month lies after the current one. */
  record InTheFuture() implements RecalculationOutcome {}
}
