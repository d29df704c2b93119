package ua.vidnova.payments.run;

import java.time.YearMonth;

/** What came of a wish to propose, approve, refuse or cancel a payment run. */
public sealed interface RunDecision {

  /** It was done; the run as it is now. */
  record Done(PaymentRun run) implements RunDecision {}

  /** It is not there. */
  record NotFound() implements RunDecision {}

  /** The period is too far away to be meant. */
  record PeriodOutOfRange(YearMonth earliest, YearMonth latest) implements RunDecision {}

  /** Another run is proposed or being executed; one at a time. */
  record AnotherRun() implements RunDecision {}

  /** The caller had read an older version. */
  record ChangedMeanwhile() implements RunDecision {}

  /** The step does not follow on its present state. */
  record NotNow(RunState state) implements RunDecision {}

  /** Who proposes cannot approve. */
  record SamePerson() implements RunDecision {}

  /** A partner has taken a batch: what it pays cannot be cancelled. */
  record HandedOver() implements RunDecision {}
}
