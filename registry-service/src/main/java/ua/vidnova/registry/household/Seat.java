package ua.vidnova.registry.household;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A resident's place in a household. */
@Schema(name = "HouseholdSeat")
public record Seat(
    @NotNull(message = "This is needed.") UUID residentId,
    @NotNull(message = "This is needed.") HouseholdRole role) {}
