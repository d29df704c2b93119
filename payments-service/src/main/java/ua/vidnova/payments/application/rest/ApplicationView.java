package ua.vidnova.payments.application.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.application.ApplicationState;
import ua.vidnova.payments.application.PensionApplication;

/** An application as a line of the officers' list. */
@Schema(name = "PensionApplication")
public record ApplicationView(
    @Schema(description = "The registry's case") UUID caseId,
    UUID residentId,
    String settlement,
    ApplicationState state,
    LocalDate submittedOn,
    Instant receivedAt,
    @Schema(description = "What it led to; empty while it is open") List<UUID> resumptionIds) {

  static ApplicationView of(PensionApplication application) {
    return new ApplicationView(
        application.caseId(),
        application.residentId(),
        application.settlement(),
        application.state(),
        application.submittedOn(),
        application.receivedAt(),
        application.resumptionIds());
  }
}
