package ua.vidnova.payments.recalculation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.recalculation.Progress;
import ua.vidnova.payments.recalculation.Progress.Phase;
import ua.vidnova.payments.recalculation.Recalculation;

/** A recalculation as payments staff see it. */
@Schema(name = "Recalculation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecalculationView(
    UUID id,
    @Schema(examples = "2026-03", implementation = String.class) YearMonth from,
    String reason,
    Recalculation.State state,
    @Schema(description = "What it would change; complete once the state is PROPOSED")
        Found preview,
    @Schema(description = "What it has changed so far; once approved") Found execution,
    String proposedBy,
    Instant proposedAt,
    String decidedBy,
    Instant decidedAt,
    String refusalReason,
    Instant doneAt) {

  /** What a phase found; sums in kopiykas. */
  @Schema(name = "RecalculationFound")
  public record Found(
      @Schema(description = "Awards looked at") long awards,
      @Schema(description = "Awards of which something changes") long changed,
      @Schema(description = "Months made payable before that are due more") long rises,
      long riseMinor,
      @Schema(description = "Months that are due less: differences for people to settle")
          long falls,
      long fallMinor,
      @Schema(description = "Awards left as they are for want of a value of law") long lawMissing) {

    /** What a phase, or one award's corrected facts, would do. */
    public static Found of(Progress progress) {
      return new Found(
          progress.awards(),
          progress.changed(),
          progress.rises(),
          progress.riseMinor(),
          progress.falls(),
          progress.fallMinor(),
          progress.lawMissing());
    }
  }

  static RecalculationView of(Recalculation one, Map<Phase, Progress> progress) {
    return new RecalculationView(
        one.id(),
        one.fromMonth(),
        one.reason(),
        one.state(),
        Found.of(progress.getOrDefault(Phase.PREVIEW, Progress.NONE)),
        one.isApproved() ? Found.of(progress.getOrDefault(Phase.EXECUTION, Progress.NONE)) : null,
        one.proposedBy(),
        one.proposedAt(),
        one.decidedBy(),
        one.decidedAt(),
        one.refusalReason(),
        one.doneAt());
  }
}
