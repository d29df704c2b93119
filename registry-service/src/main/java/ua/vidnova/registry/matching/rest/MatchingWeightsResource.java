package ua.vidnova.registry.matching.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.registry.matching.EstimateFromRegistry;

/** The matcher's tables. */
@Path("v1/matching-weights")
@Tag(name = "Matching")
@RolesAllowed(Roles.ADMINISTRATOR)
public class MatchingWeightsResource {

  private final EstimateFromRegistry estimateFromRegistry;

  @Inject
  MatchingWeightsResource(EstimateFromRegistry estimateFromRegistry) {
    this.estimateFromRegistry = estimateFromRegistry;
  }

  @GET
  @Path("estimate")
  @Produces("text/csv;charset=UTF-8")
  @Operation(
      summary = "Estimates the weights of agreements from the registry's own pairs",
      description =
          "A table of probabilities and nobody's data. It changes nothing: check it and set it as"
              + " vidnova.matching.weights-file.")
  public String estimate() {
    return estimateFromRegistry.estimate();
  }
}
