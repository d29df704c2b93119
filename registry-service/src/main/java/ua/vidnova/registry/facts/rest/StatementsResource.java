package ua.vidnova.registry.facts.rest;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.facts.RecordStatements;
import ua.vidnova.registry.facts.ShowHistory;
import ua.vidnova.registry.facts.StatementsOutcome;
import ua.vidnova.registry.facts.StatementsRequest;
import ua.vidnova.registry.resident.Resident;

/** What is stated of a resident: added to, never changed, and read back whole. */
@Path("v1/residents")
@RolesAllowed(Roles.REGISTRAR)
@Tag(name = "Statements", description = "Facts with their evidence, and what follows from them")
public class StatementsResource {

  private final RecordStatements recordStatements;
  private final ShowHistory showHistory;

  @Inject
  StatementsResource(RecordStatements recordStatements, ShowHistory showHistory) {
    this.recordStatements = recordStatements;
    this.showHistory = showHistory;
  }

  @POST
  @Path("{id}/statements")
  @Idempotent
  @Operation(
      summary = "States facts about a resident",
      description =
          "Nothing is overwritten: stronger evidence stands, a later move or name takes over from"
              + " its day, equal evidence that disagrees is asked of a person, and a paper of the"
              + " occupation never changes who somebody is. A RETRACTION takes a wrong statement"
              + " back.")
  @APIResponse(
      responseCode = "201",
      description = "Kept; each line says what it is worth now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StatementsView.class)))
  @APIResponse(responseCode = "200", description = "The same id and content were kept before")
  @APIResponse(
      responseCode = "409",
      description =
          "id-in-use: the id belongs to another submission; number-in-use: another resident has"
              + " this РНОКПП or УНЗР; only-listed: nobody has identified the resident")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response state(@PathParam("id") UUID id, @NotNull @Valid StatementsRequest request) {
    return switch (recordStatements.record(id, request)) {
      case StatementsOutcome.Recorded(var resident, var statements, var known) ->
          answer(
              Response.status(Response.Status.CREATED),
              resident,
              StatementsView.of(id, statements, known));
      case StatementsOutcome.RecordedBefore(var resident, var statements, var known) ->
          answer(Response.ok(), resident, StatementsView.of(id, statements, known));
      case StatementsOutcome.NotFound() -> Problems.notFound().toResponse();
      case StatementsOutcome.NotAcceptable(var errors) -> Problems.invalid(errors).toResponse();
      case StatementsOutcome.IdInUse() ->
          Problems.conflict("id-in-use", "The id belongs to another submission")
              .withDetail("Make a new id for new statements.")
              .toResponse();
      case StatementsOutcome.OnlyListed() ->
          Problems.conflict("only-listed", "Nobody has identified this resident")
              .withDetail("Register the person, then decide that both records are of one.")
              .toResponse();
      case StatementsOutcome.NumberInUse(var other) -> numberInUse(other).toResponse();
    };
  }

  @GET
  @Path("{id}/history")
  @Operation(
      summary = "Lists all that was stated of a resident, oldest first",
      description = "With provenance, and what each statement is worth now; those taken back too.")
  @APIResponse(responseCode = "404", description = "Not there, or not yours to see")
  public Response history(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return showHistory
        .show(id, PageRequest.of(limit, after))
        .map(page -> Response.ok(page).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  static Problem numberInUse(Optional<UUID> other) {
    var problem = Problems.conflict("number-in-use", "Another resident has this number");
    return other.map(id -> problem.with("residentId", id)).orElse(problem);
  }

  private static Response answer(
      Response.ResponseBuilder answer, Resident resident, StatementsView view) {
    return answer.tag(IfMatch.tagOf(resident.version())).entity(view).build();
  }
}
