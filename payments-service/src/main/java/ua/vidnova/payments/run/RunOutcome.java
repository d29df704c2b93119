package ua.vidnova.payments.run;

import java.time.YearMonth;

/** What came of a request to run a period. */
public sealed interface RunOutcome {

  /** The period was run for the first time. */
  record FirstRun(PaymentRun run, long newInstructions) implements RunOutcome {}

  /** The period had been run before; usually nothing is new. */
  record RunAgain(PaymentRun run, long newInstructions) implements RunOutcome {}

  /** The period is too far away to be meant. */
  record PeriodOutOfRange(YearMonth earliest, YearMonth latest) implements RunOutcome {}
}
