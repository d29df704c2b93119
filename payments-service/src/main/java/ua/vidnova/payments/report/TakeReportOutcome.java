package ua.vidnova.payments.report;

import java.util.UUID;

/** What came of a partner's file. */
public sealed interface TakeReportOutcome {

  /** It was read to its end and is kept. */
  record Kept(UUID reportId) implements TakeReportOutcome {}

  /** The very same file had come before. */
  record Known(UUID reportId) implements TakeReportOutcome {}

  /** It is about a batch that is not there, or not this partner's. */
  record NoSuchBatch() implements TakeReportOutcome {}

  /** It is about a batch whose file the partner has not taken. */
  record NotHandedOver() implements TakeReportOutcome {}

  /** Another file of this partner's had the same message id. */
  record MessageIdReused() implements TakeReportOutcome {}
}
