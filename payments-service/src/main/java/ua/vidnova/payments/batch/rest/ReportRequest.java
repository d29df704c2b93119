package ua.vidnova.payments.batch.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.batch.ReportedOutcome;
import ua.vidnova.payments.run.InstructionState;

/** A partner's report on instructions of one batch. */
@Schema(name = "Report")
public record ReportRequest(
    @NotEmpty(message = "Report on one instruction at least.")
        @Size(max = 5000, message = "At most 5000 at once; send the rest in further reports.")
        List<@Valid @NotNull(message = "An outcome is missing.") Line> outcomes) {

  /** What can become of an instruction. */
  public enum Outcome {
    PAID,
    NOT_COLLECTED,
    REJECTED,
    /** The words of a delivery list: nobody was there to take it. */
    UNPAID,
    /** The person would not take it. */
    REFUSED,
    /** The post was told that the person died. */
    DECEASED,
    /** The person lives elsewhere. */
    MOVED;

    InstructionState asState() {
      return switch (this) {
        case PAID -> InstructionState.PAID;
        case NOT_COLLECTED, UNPAID, REFUSED, DECEASED, MOVED -> InstructionState.NOT_COLLECTED;
        case REJECTED -> InstructionState.REJECTED;
      };
    }

    /** What a word of the delivery list says beyond its outcome; null when nothing. */
    String asReason() {
      return switch (this) {
        case PAID, NOT_COLLECTED, REJECTED -> null;
        case UNPAID, REFUSED, DECEASED, MOVED -> name();
      };
    }
  }

  /**
   * The outcome of one instruction.
   *
   * @param reason the partner's own code, never free text
   */
  @Schema(name = "ReportedOutcome")
  public record Line(
      @NotNull(message = "Say which instruction.") UUID instructionId,
      @NotNull(message = "Say what became of it.") Outcome outcome,
      @Schema(examples = "2026-11-20") @NotNull(message = "Say when, as YYYY-MM-DD.")
          LocalDate occurredOn,
      @Schema(examples = "AC04")
          @Pattern(
              regexp = "[A-Z0-9_]{1,35}",
              message = "A code of 1 to 35 capital letters, digits and underscores.")
          String reason,
      @Schema(examples = "346025", description = "If given, must be the instruction's")
          Long amountMinor,
      @Schema(
              examples = "3K8QD-Z1M4V-0T7XB-RN5GH-92CFA-J6",
              description = "Of a till's voucher: what the person brought; needed with PAID")
          @Size(max = 60, message = "At most 60 characters.")
          String voucherCode) {

    ReportedOutcome asOutcome(UUID batchId) {
      return new ReportedOutcome(
          batchId,
          instructionId,
          outcome.asState(),
          occurredOn,
          outcome.asReason() == null ? reason : outcome.asReason(),
          amountMinor,
          voucherCode);
    }
  }

  List<ReportedOutcome> linesOn(UUID batchId) {
    return outcomes.stream().map(line -> line.asOutcome(batchId)).toList();
  }
}
