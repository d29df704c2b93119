package ua.vidnova.payments.batch.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.batch.Batch;
import ua.vidnova.payments.batch.BatchState;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.run.InstructionState;

/**
 * A batch of instructions.
 *
 * @param instructionsByState only when one batch is shown
 */
@Schema(name = "Batch")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
    UUID id,
    UUID runId,
    @Schema(examples = "2026-11", implementation = String.class) YearMonth period,
    @Schema(examples = "21560045", description = "ЄДРПОУ") String partner,
    Channel channel,
    @Schema(description = "Where it is paid out; absent where the channel has no places")
        UUID cashPointId,
    @Schema(description = "On which day; absent where the channel knows none") LocalDate payOn,
    BatchState state,
    @Schema(examples = "120", description = "Without those withdrawn") int instructions,
    @Schema(examples = "41523000") long totalMinor,
    String currency,
    Instant createdAt,
    Instant handedOverAt,
    @Schema(description = "SHA-256 of the file, in hex, once handed over") String fileSha256,
    Map<InstructionState, Long> instructionsByState) {

  static BatchView of(Batch batch) {
    return of(batch, null);
  }

  static BatchView of(Batch batch, Map<InstructionState, Long> instructionsByState) {
    return new BatchView(
        batch.id(),
        batch.run().id(),
        batch.run().period(),
        batch.partner(),
        batch.channel(),
        batch.cashPointId().orElse(null),
        batch.payOn().orElse(null),
        batch.state(),
        batch.instructionCount(),
        batch.totalMinor(),
        "UAH",
        batch.createdAt(),
        batch.handedOverAt().orElse(null),
        batch.fileSha256().orElse(null),
        instructionsByState);
  }
}
