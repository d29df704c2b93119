package ua.vidnova.registry.cases;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The next step of a case. */
@Schema(name = "CaseTransitionRequest")
public record TransitionRequest(
    @NotNull(message = CaseRequest.REQUIRED) CaseState to,
    @Schema(description = "Day on which it happened; today when absent") LocalDate occurredOn,
    @Size(min = 1, max = 1000, message = CaseRequest.TOO_LONG)
        @Schema(
            description =
                "Why; needed to refuse a case, or to send it on without a mandatory document")
        String note,
    @Size(max = 20, message = "Give at most 20.")
        @Schema(description = "Kinds of documents that the applicant cannot bring")
        List<@NotNull(message = CaseRequest.REQUIRED) String> withoutDocuments,
    @Schema(description = "What the device's clock showed") Instant deviceTime) {

  CaseRules.Move move(LocalDate today) {
    return new CaseRules.Move(
        to,
        occurredOn == null ? today : occurredOn,
        withoutDocuments == null ? List.of() : withoutDocuments,
        note);
  }
}
