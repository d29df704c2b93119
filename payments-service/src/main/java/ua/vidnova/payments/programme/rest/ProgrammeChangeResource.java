package ua.vidnova.payments.programme.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.programme.ChangeOutcome;
import ua.vidnova.payments.programme.ChangeProgramme;
import ua.vidnova.payments.programme.ProgrammeChange;

/** The operator's corrections of programmes: one administrator proposes, another decides. */
@Path("v1/programme-changes")
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Programmes", description = "Who gets how much, on what evidence, for how long")
public class ProgrammeChangeResource {

  private static final UUID NEWEST = new UUID(-1, -1);

  private final ChangeProgramme changeProgramme;

  @Inject
  ProgrammeChangeResource(ChangeProgramme changeProgramme) {
    this.changeProgramme = changeProgramme;
  }

  /** A change as administrators and auditors see it. */
  @Schema(name = "ProgrammeChange")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChangeView(
      UUID id,
      String programme,
      ProgrammeChange.State state,
      @Schema(description = "The rows that it adds") @JsonRawValue String content,
      String proposedBy,
      Instant proposedAt,
      String decidedBy,
      Instant decidedAt) {

    static ChangeView of(ProgrammeChange change) {
      return new ChangeView(
          change.id(),
          change.programme(),
          change.state(),
          change.content(),
          change.proposedBy(),
          change.proposedAt(),
          change.decidedBy(),
          change.decidedAt());
    }
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
  @Operation(summary = "Lists changes of programmes, newest first")
  public Page<ChangeView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    return Page.of(
            ProgrammeChange.listBefore(page.afterId().orElse(NEWEST), page.limit() + 1),
            page.limit(),
            change -> change.id().toString())
        .map(ChangeView::of);
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Proposes rows of a programme, or a new programme",
      description =
          "Each row ends the one about the same from its first day on; none is ever rewritten.")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChangeView.class)))
  @APIResponse(responseCode = "422", description = "Something in it cannot be")
  public Response propose(@Valid @NotNull ChangeRequest request) {
    return answer(changeProgramme.propose(request.code(), request.rows()), 201);
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @Operation(summary = "Applies a change that another administrator proposed")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChangeView.class)))
  @APIResponse(responseCode = "409", description = "Codes: same-person, not-now (with state)")
  public Response approve(@PathParam("id") UUID id) {
    return answer(changeProgramme.approve(id), 200);
  }

  @POST
  @Path("{id}/refusal")
  @Idempotent
  @Operation(summary = "Refuses a change, or withdraws one's own")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChangeView.class)))
  @APIResponse(responseCode = "409", description = "Code: not-now (with state)")
  public Response refuse(@PathParam("id") UUID id) {
    return answer(changeProgramme.refuse(id), 200);
  }

  private static Response answer(ChangeOutcome outcome, int done) {
    return switch (outcome) {
      case ChangeOutcome.Done(var change) ->
          Response.status(done).entity(ChangeView.of(change)).build();
      case ChangeOutcome.Faulty(var faults) ->
          Problems.invalid(
                  faults.stream()
                      .map(one -> new FieldError(one.field(), one.code(), one.message()))
                      .toList())
              .toResponse();
      case ChangeOutcome.NotFound() -> Problems.notFound().toResponse();
      case ChangeOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "It was decided before").with("state", state).toResponse();
      case ChangeOutcome.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another administrator must decide.")
              .toResponse();
    };
  }
}
