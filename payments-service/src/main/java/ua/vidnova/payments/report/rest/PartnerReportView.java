package ua.vidnova.payments.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.report.PartnerReport;
import ua.vidnova.payments.report.RefusedLine;
import ua.vidnova.payments.report.ReportFormat;

/**
 * What came of a partner's file.
 *
 * @param refusedLines the first hundred; all are a list of their own
 */
@Schema(name = "PartnerReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartnerReportView(
    UUID id,
    @Schema(examples = "00032129", description = "ЄДРПОУ") String partner,
    ReportFormat format,
    @Schema(examples = "OSCH-20261120-0001", description = "MsgId, as the partner gave it")
        String messageId,
    @Schema(description = "SHA-256 of the file, in hex") String sha256,
    Instant receivedAt,
    @Schema(description = "Absent while lines wait") Instant finishedAt,
    @Schema(examples = "120", description = "Each instruction of a group statement is one")
        int lines,
    @Schema(examples = "117", description = "Taken over") long accepted,
    @Schema(examples = "0", description = "Accepted by the partner, not settled") long onTheirWay,
    @Schema(examples = "1", description = "Known before, or overtaken") long unchanged,
    @Schema(examples = "2", description = "Not taken over") long refused,
    @Schema(examples = "0", description = "Not looked at yet") long waiting,
    @Schema(examples = "3", description = "Entries that are of no instruction") int passedOver,
    List<RefusedLineView> refusedLines) {

  /** A line that was not taken over. */
  @Schema(name = "RefusedReportLine")
  public record RefusedLineView(
      @Schema(examples = "17", description = "From 1, in the order of the file") int line,
      UUID instructionId,
      @Schema(examples = "amount-differs") String code,
      String message) {

    static RefusedLineView of(RefusedLine line) {
      return new RefusedLineView(line.line(), line.instructionId(), line.code(), line.message());
    }
  }

  static PartnerReportView of(PartnerReport report, List<RefusedLine> refused) {
    return new PartnerReportView(
        report.id(),
        report.partner(),
        report.format(),
        report.messageId().orElse(null),
        report.sha256(),
        report.receivedAt(),
        report.finishedAt().orElse(null),
        report.lines(),
        report.accepted(),
        report.onTheirWay(),
        report.unchanged(),
        report.refused(),
        report.waiting(),
        report.passedOver(),
        refused == null ? null : refused.stream().map(RefusedLineView::of).toList());
  }
}
