package ua.vidnova.registry.merge.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.merge.UnmergeResident;
import ua.vidnova.registry.resident.NeedToKnow;
import ua.vidnova.registry.resident.ResidentView;

/** Undoing a merge that was wrong. */
@Path("v1/residents/{id}/unmerge")
@Tag(name = "Reviews")
public class UnmergeResource {

  private final UnmergeResident unmergeResident;
  private final Caller caller;

  @Inject
  UnmergeResource(UnmergeResident unmergeResident, Caller caller) {
    this.unmergeResident = unmergeResident;
    this.caller = caller;
  }

  /** Why a merge was wrong. */
  @Schema(name = "UnmergeRequest")
  public record UnmergeRequest(
      @NotBlank(message = "Say why.")
          @Size(max = 1000, message = "At most 1000 characters.")
          @Schema(examples = "Двоюрідні сестри з однаковим іменем.")
          String reason) {}

  @POST
  @Idempotent
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary = "Undoes the merge of a record",
      description =
          "Both are again as if they had never been merged; what was stated since stays with the"
              + " record for which it was stated. The pair waits for a decision again.")
  @APIResponse(
      responseCode = "200",
      description = "Undone; the record that stands for itself again",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResidentView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or one side is another hromada's")
  @APIResponse(responseCode = "409", description = "not-merged: the record stands for itself")
  @APIResponse(responseCode = "412", description = "The survivor has changed since If-Match")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response unmerge(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid UnmergeRequest request) {
    return switch (unmergeResident.unmerge(
        id, request.reason().strip(), IfMatch.version(ifMatch))) {
      case UnmergeResident.Outcome.Done(var file) -> {
        var view = ResidentView.of(file, NeedToKnow.of(caller.roles()));
        yield Response.ok(view).tag(IfMatch.tagOf(view.version())).build();
      }
      case UnmergeResident.Outcome.NotFound() -> Problems.notFound().toResponse();
      case UnmergeResident.Outcome.NotMerged() ->
          Problems.conflict("not-merged", "The record is not merged with another").toResponse();
      case UnmergeResident.Outcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
    };
  }
}
