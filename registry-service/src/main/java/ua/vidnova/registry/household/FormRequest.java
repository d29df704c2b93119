package ua.vidnova.registry.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A household as a registrar finds it. */
@Schema(name = "HouseholdFormation")
public record FormRequest(
    @Schema(
            description =
                "UUIDv7 made on the device. Sent again with the same content, it answers 200 with"
                    + " the same household.",
            examples = "019aa7d0-5c00-7a10-8b21-4f0c6d2e9a05")
        UUID id,
    @NotBlank(message = HouseholdCommand.REQUIRED) @Schema(examples = "UA44020010010037242")
        String settlement,
    @NotBlank(message = HouseholdCommand.REQUIRED)
        @Size(max = 300, message = HouseholdCommand.TOO_LONG)
        @Schema(description = "Street and house", examples = "вул. Вигадана, 1")
        String address,
    @Schema(description = "Since when they live together; today when absent") LocalDate formedOn,
    @NotNull(message = HouseholdCommand.REQUIRED)
        @Size(min = 1, max = 50, message = HouseholdCommand.COUNT)
        List<@NotNull(message = HouseholdCommand.REQUIRED) @Valid Seat> members,
    @Schema(description = "What the device's clock showed") Instant deviceTime) {}
