package ua.vidnova.registry.registration.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.registry.matching.CandidateView;
import ua.vidnova.registry.resident.ResidentView;

/**
 * A resident who has been registered, and whom else the registry knows who may be the same person.
 */
@Schema(name = "RegisteredResident")
public record RegisteredResidentView(
    @JsonUnwrapped ResidentView resident,
    @Schema(description = "Up to five residents who may be the same person, likeliest first")
        List<CandidateView> candidates) {}
