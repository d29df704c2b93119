package ua.vidnova.registry.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.registry.evidence.EvidenceLevel;

/** What a registrar states about a resident at once. */
@Schema(name = "Statements")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementsRequest(
    @NotNull(message = Fact.REQUIRED)
        @Schema(description = "UUIDv7 made on the device; sent again with the same content, 200")
        UUID id,
    @Schema(description = "What the device's clock showed; kept as evidence, never relied on")
        Instant deviceTime,
    @NotNull(message = Fact.REQUIRED) @Size(min = 1, max = 20, message = "Give 1 to 20.")
        List<@NotNull(message = Fact.REQUIRED) @Valid Stated> statements) {

  /** One fact with its grounds. */
  @Schema(name = "Stated")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Stated(
      @NotNull(message = Fact.REQUIRED) EvidenceLevel evidenceLevel,
      @Schema(description = "Day from which it is true: of a move, of a change of name")
          LocalDate since,
      @Valid CourtDecision court,
      @NotNull(message = Fact.REQUIRED) @Valid Fact fact) {}

  /** The content without what the device adds to it. */
  StatementsRequest withoutDeviceTime() {
    return new StatementsRequest(id, null, statements);
  }
}
