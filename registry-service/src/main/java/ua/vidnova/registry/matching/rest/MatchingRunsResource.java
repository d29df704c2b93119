package ua.vidnova.registry.matching.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.matching.MatchingRun;
import ua.vidnova.registry.matching.MatchingRunView;
import ua.vidnova.registry.matching.StartMatching;

/** Matching in bulk. */
@Path("v1/matching-runs")
@Tag(name = "Matching", description = "Finding records that may be of one person")
@RolesAllowed(Roles.ADMINISTRATOR)
public class MatchingRunsResource {

  private final StartMatching startMatching;

  @Inject
  MatchingRunsResource(StartMatching startMatching) {
    this.startMatching = startMatching;
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Compares all residents who share a key",
      description =
          "After an import. Pairs that may be of one person go to the review queue; the run goes on"
              + " from its position after a restart. It answers numbers and nobody's data.")
  @APIResponse(
      responseCode = "202",
      description = "Begun; Location says where to look",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MatchingRunView.class)))
  @APIResponse(
      responseCode = "409",
      description = "matching-run-under-way: runId says which; wait for it")
  public Response start(@Context UriInfo uri) {
    return switch (startMatching.start()) {
      case StartMatching.Outcome.Begun(var run) ->
          Response.accepted(MatchingRunView.of(run))
              .header(HttpHeaders.LOCATION, uri.getAbsolutePath().getPath() + "/" + run.id())
              .build();
      case StartMatching.Outcome.UnderWay(var run) ->
          Problems.conflict("matching-run-under-way", "A matching run is under way")
              .with("runId", run.id())
              .toResponse();
    };
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Tells how far a matching run is")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MatchingRunView.class)))
  @APIResponse(responseCode = "404", description = "No such run")
  public Response run(@PathParam("id") UUID id) {
    return MatchingRun.findRun(id)
        .map(run -> Response.ok(MatchingRunView.of(run)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }
}
