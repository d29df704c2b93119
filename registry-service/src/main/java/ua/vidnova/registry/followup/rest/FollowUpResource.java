package ua.vidnova.registry.followup.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.followup.CloseFollowUp;
import ua.vidnova.registry.followup.Closure;
import ua.vidnova.registry.followup.ClosureOutcome;
import ua.vidnova.registry.followup.FollowUpKind;
import ua.vidnova.registry.followup.FollowUpState;
import ua.vidnova.registry.followup.ShowFollowUps;

/** What brigades saw and a registrar of the resident's territory has to act upon. */
@Path("v1/follow-ups")
@RolesAllowed(Roles.REGISTRAR)
@Tag(name = "Follow-ups")
public class FollowUpResource {

  private final ShowFollowUps showFollowUps;
  private final CloseFollowUp closeFollowUp;

  @Inject
  FollowUpResource(ShowFollowUps showFollowUps, CloseFollowUp closeFollowUp) {
    this.showFollowUps = showFollowUps;
    this.closeFollowUp = closeFollowUp;
  }

  /** A closure as a registrar sends it. */
  @Schema(name = "FollowUpClosureRequest")
  public record ClosureRequest(
      @NotNull(message = "Say what became of it.") End state,
      @NotBlank(message = "Say what was done, or why nothing.")
          @Size(max = 1000, message = "At most 1000 characters.")
          @Schema(
              description =
                  "What was done, or why nothing; of a missing person, how they were identified",
              examples = "Показала паспорт, звірено з фото; впізнала сестра.")
          String note) {

    /** How a follow-up can end. */
    @Schema(name = "FollowUpEnd")
    public enum End {
      DONE,
      DISMISSED
    }

    Closure read() {
      return new Closure(
          switch (state) {
            case DONE -> FollowUpState.DONE;
            case DISMISSED -> FollowUpState.DISMISSED;
          },
          note.strip());
    }
  }

  @GET
  @Operation(
      summary = "Lists what brigades saw of residents of the caller's territories, oldest first",
      description =
          "A birth to be registered, someone to be helped to a disability assessment, a missing"
              + " person who was seen. Ids only; nothing clinical.")
  public Page<FollowUpView> list(
      @QueryParam("state") @Parameter(description = "Those that are open when absent")
          FollowUpState state,
      @QueryParam("kind") FollowUpKind kind,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") Integer limit,
      @QueryParam("after") @Parameter(description = "The next of the previous page") String after) {
    return showFollowUps
        .list(
            state == null ? FollowUpState.OPEN : state,
            Optional.ofNullable(kind),
            PageRequest.of(limit, after))
        .map(FollowUpView::of);
  }

  @POST
  @Path("{id}/closure")
  @Idempotent
  @Operation(
      summary = "Says what became of a follow-up",
      description =
          "It changes nothing of the resident: a life state is changed by a statement of"
              + " facts. The same closure again answers 200. If-Match is honoured.")
  @APIResponse(
      responseCode = "200",
      description = "Closed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FollowUpView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description = "closed-already (with state; WITHDRAWN by medical)")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response close(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid ClosureRequest request) {
    return switch (closeFollowUp.close(id, request.read(), IfMatch.version(ifMatch))) {
      case ClosureOutcome.Closed(var followUp) ->
          Response.ok(FollowUpView.of(followUp)).tag(IfMatch.tagOf(followUp.version())).build();
      case ClosureOutcome.NotFound() -> Problems.notFound().toResponse();
      case ClosureOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case ClosureOutcome.ClosedBefore(var state) ->
          Problems.conflict("closed-already", "It had been closed otherwise, or by somebody else")
              .with("state", state)
              .toResponse();
    };
  }
}
