package ua.vidnova.payments.run.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.run.HoldReason;
import ua.vidnova.payments.run.PaymentRun;
import ua.vidnova.payments.run.RunSummaries;

/**
 * A payment run.
 *
 * @param newInstructions how many this request made; absent when the run is only read
 * @param instructions all that the run has made, without those withdrawn
 */
@Schema(name = "PaymentRun")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
    UUID id,
    @Schema(examples = "2026-11", implementation = String.class) YearMonth period,
    String requestedBy,
    Instant requestedAt,
    Instant repeatedAt,
    @Schema(examples = "198") Long newInstructions,
    @Schema(examples = "198") long instructions,
    @Schema(examples = "68512950") long totalMinor,
    String currency,
    List<BatchSummary> batches,
    List<Held> held) {

  /** A batch of the run. */
  @Schema(name = "BatchSummary")
  public record BatchSummary(
      UUID id, String partner, Channel channel, int instructions, long totalMinor) {}

  /** How many units are due but cannot be sent, and why. */
  @Schema(name = "HeldUnits")
  public record Held(
      @Schema(examples = "SETTLEMENT_NOT_LIBERATED") HoldReason reason,
      String message,
      long units) {}

  static RunView of(PaymentRun run, RunSummaries.Summary summary, Long newInstructions) {
    var batches =
        summary.batches().stream()
            .map(
                batch ->
                    new BatchSummary(
                        batch.batchId(),
                        batch.partner(),
                        batch.channel(),
                        batch.instructions(),
                        batch.totalMinor()))
            .toList();
    return new RunView(
        run.id(),
        run.period(),
        run.requestedBy(),
        run.requestedAt(),
        run.repeatedAt(),
        newInstructions,
        batches.stream().mapToLong(BatchSummary::instructions).sum(),
        batches.stream().mapToLong(BatchSummary::totalMinor).reduce(0, Math::addExact),
        "UAH",
        batches,
        summary.held().entrySet().stream()
            .map(held -> new Held(held.getKey(), held.getKey().message(), held.getValue()))
            .toList());
  }
}
