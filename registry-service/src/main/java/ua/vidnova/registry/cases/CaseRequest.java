package ua.vidnova.registry.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application as a registrar takes it. */
@Schema(name = "CaseSubmission")
public record CaseRequest(
    @Schema(
            description =
                "UUIDv7 made on the device. Sent again with the same content, it answers 200 with"
                    + " the same case.",
            examples = "019aa7d0-5c00-7a10-8b21-4f0c6d2e9a03")
        UUID id,
    @NotBlank(message = REQUIRED)
        @Size(max = 60, message = TOO_LONG)
        @Schema(examples = "RESIDENCE_REGISTRATION")
        String service,
    @NotNull(message = REQUIRED) @Schema(description = "The applicant") UUID residentId,
    @Schema(description = "Day on which the applicant came; today when absent")
        LocalDate submittedOn,
    @Schema(description = "Whether the brigade carries what the service needs, such as a scanner")
        boolean specialEquipmentAtHand,
    @Size(min = 1, max = 1000, message = TOO_LONG) String note,
    @Schema(description = "What the device's clock showed; kept as evidence, never relied on")
        Instant deviceTime) {

  static final String REQUIRED = "This is needed.";
  static final String TOO_LONG = "Too long, or empty.";
}
