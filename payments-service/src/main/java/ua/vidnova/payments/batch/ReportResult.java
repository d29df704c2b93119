package ua.vidnova.payments.batch;

import java.util.List;
import java.util.UUID;
import ua.vidnova.payments.batch.ReportRules.Verdict;

/** What came of a partner's report. */
public sealed interface ReportResult {

  /**
   * It was read line by line.
   *
   * @param refused the lines that were not taken over, in their order
   */
  record Taken(int accepted, int unchanged, List<RefusedLine> refused) implements ReportResult {}

  /**
   * A line that was not taken over.
   *
   * @param index place in the report, from 0
   */
  record RefusedLine(int index, UUID instructionId, Verdict verdict) {}

  /** The batch is not there, or not this partner's. */
  record NotFound() implements ReportResult {}

  /** The partner has not taken the file: it can have paid nothing. */
  record NotHandedOver() implements ReportResult {}
}
