package ua.vidnova.coordination.brigade.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.coordination.brigade.Brigade;
import ua.vidnova.coordination.brigade.BrigadeOutcome;
import ua.vidnova.coordination.brigade.SaveBrigade;

/** Brigades: coordinators of their territory keep them, auditors may look. */
@Path("v1/brigades")
@RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
@Tag(name = "Brigades", description = "Who goes to people together")
public class BrigadeResource {

  private static final String EXAMPLE =
      """
      {
        "name": "Мобільна медична бригада № 1",
        "kind": "MEDICAL",
        "territory": "UA44000000000018893",
        "members": [
          {"user": "medic", "role": "DOCTOR"},
          {"user": "driver", "role": "DRIVER"},
          {"user": "psychologist", "role": "SPECIALIST", "organisation": "Вигаданий фонд допомоги"}
        ]
      }
      """;

  private final SaveBrigade saveBrigade;
  private final Caller caller;

  @Inject
  BrigadeResource(SaveBrigade saveBrigade, Caller caller) {
    this.saveBrigade = saveBrigade;
    this.caller = caller;
  }

  @GET
  @Transactional
  @Operation(summary = "Lists the brigades of your territories, by id")
  public Page<BrigadeView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found = Brigade.listWithin(caller.territories(), asked.afterId(), asked.limit() + 1);
    return Page.of(found, asked.limit(), one -> one.id().toString()).map(BrigadeView::of);
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(summary = "Shows a brigade")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BrigadeView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response show(@PathParam("id") UUID id) {
    return Brigade.findBrigade(id)
        .filter(brigade -> caller.covers(brigade.territory()))
        .map(brigade -> answer(Response.ok(), brigade))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.COORDINATOR)
  @Idempotent
  @Operation(
      summary = "Describes a brigade, new or known",
      description =
          "The id is the caller's to make. Saying the same again changes nothing. Trips that are"
              + " planned keep the name and the members that they have.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = BrigadeRequest.class),
              examples = @ExampleObject(name = "Doctor, driver, specialist", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BrigadeView.class)))
  @APIResponse(responseCode = "201", description = "It was not known before")
  @APIResponse(responseCode = "403", description = "Code outside-your-territory")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  @APIResponse(responseCode = "422", description = "errors name each field")
  public Response save(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull BrigadeRequest request) {
    return switch (saveBrigade.save(id, request.description(), IfMatch.version(ifMatch))) {
      case BrigadeOutcome.Saved(var now, var isNew) ->
          answer(isNew ? Response.status(Response.Status.CREATED) : Response.ok(), now);
      case BrigadeOutcome.NotAcceptable(var faults) ->
          Problems.invalid(
                  faults.stream()
                      .map(f -> new FieldError(f.field(), f.code(), "Give another value."))
                      .toList())
              .toResponse();
      case BrigadeOutcome.OutsideTerritory() ->
          Problem.of(403, "outside-your-territory", "The brigade is not of your territory")
              .toResponse();
      case BrigadeOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
    };
  }

  private static Response answer(Response.ResponseBuilder answer, Brigade brigade) {
    return answer.tag(IfMatch.tagOf(brigade.version())).entity(BrigadeView.of(brigade)).build();
  }
}
