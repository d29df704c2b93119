package ua.vidnova.payments.batch.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.batch.ReportResult;

/** What came of a report, line by line. */
@Schema(name = "ReportResult")
public record ReportView(
    @Schema(examples = "118", description = "Taken over") int accepted,
    @Schema(examples = "1", description = "Reported before in the same words") int unchanged,
    @Schema(examples = "1", description = "Not taken over") int refused,
    List<RefusedOutcome> refusedLines) {

  /** A line that was not taken over. */
  @Schema(name = "RefusedOutcome")
  public record RefusedOutcome(
      @Schema(description = "Place in outcomes, from 0") int index,
      UUID instructionId,
      @Schema(examples = "outcome-differs") String code,
      String message) {}

  static ReportView of(ReportResult.Taken taken) {
    return new ReportView(
        taken.accepted(),
        taken.unchanged(),
        taken.refused().size(),
        taken.refused().stream()
            .map(
                line ->
                    new RefusedOutcome(
                        line.index(),
                        line.instructionId(),
                        line.verdict().code(),
                        line.verdict().message()))
            .toList());
  }
}
