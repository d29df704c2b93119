package ua.vidnova.medical.availability.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.availability.Amenity;
import ua.vidnova.medical.availability.Availability;
import ua.vidnova.medical.availability.Barrier;
import ua.vidnova.medical.availability.Extent;
import ua.vidnova.medical.availability.HealthService;

/** A statement as someone on the spot makes it. */
@Schema(name = "AvailabilityRequest")
record AvailabilityRequest(
    @Schema(description = "UUIDv7 made on the device; without it the server makes one") UUID id,
    @NotNull @Schema(description = "KATOTTG code", examples = "UA44020010010037242")
        String settlement,
    @NotNull @Schema(description = "The day of which it holds") LocalDate statedOn,
    @NotBlank @Size(max = 500) @Schema(description = "Whose word it is") String source,
    @NotNull Extent functionality,
    @NotNull Extent damage,
    Map<Amenity, @NotNull Extent> amenities,
    Map<HealthService, @NotNull @Valid ServiceRequest> services,
    @Size(max = 4000) String note) {

  /** How far a service is there and what is wanting. */
  @Schema(name = "AvailabilityOfService")
  record ServiceRequest(@NotNull Extent extent, Set<@NotNull Barrier> barriers) {

    Availability.ServiceState state() {
      return new Availability.ServiceState(extent, barriers == null ? Set.of() : barriers);
    }
  }

  Availability facts(UUID known) {
    return new Availability(
        known,
        settlement,
        statedOn,
        source.strip(),
        functionality,
        damage,
        amenities == null ? Map.of() : amenities,
        services == null
            ? Map.of()
            : services.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().state())),
        note == null || note.isBlank() ? null : note.strip());
  }
}
