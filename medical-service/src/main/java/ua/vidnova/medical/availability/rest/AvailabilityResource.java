package ua.vidnova.medical.availability.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.availability.FindAvailability;
import ua.vidnova.medical.availability.StateAvailability;
import ua.vidnova.medical.availability.StatedAvailability;
import ua.vidnova.medical.availability.files.AvailabilityCsv;

/** Which health services settlements have: stated on the spot, read by those who plan. */
@Path("v1/health-services")
@RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR})
@Tag(name = "Health services", description = "Availability per settlement, as HeRAMS asks for it")
@APIResponse(responseCode = "403", description = "Code outside-your-territory")
public class AvailabilityResource {

  private static final String EXAMPLE =
      """
      {
        "settlement": "UA44020010010037242",
        "statedOn": "2026-11-18",
        "source": "Огляд амбулаторії бригадою",
        "functionality": "PARTIALLY",
        "damage": "PARTIALLY",
        "amenities": {"POWER": "PARTIALLY", "WATER": "NOT", "COLD_CHAIN": "NOT"},
        "services": {
          "TRAUMA_AND_GENERAL": {"extent": "PARTIALLY", "barriers": ["STAFF", "EQUIPMENT"]},
          "MENTAL_HEALTH": {"extent": "NOT", "barriers": ["STAFF", "TRAINING"]}
        },
        "note": "Фельдшерка приймає тричі на тиждень"
      }
      """;

  private final StateAvailability stateAvailability;
  private final FindAvailability findAvailability;

  @Inject
  AvailabilityResource(StateAvailability stateAvailability, FindAvailability findAvailability) {
    this.stateAvailability = stateAvailability;
    this.findAvailability = findAvailability;
  }

  @POST
  @Idempotent
  @Operation(
      summary = "States which health services a settlement has",
      description =
          "A statement is whole; that of the latest day stands. With an id made on the device it"
              + " may be handed in again and changes nothing.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = AvailabilityRequest.class),
              examples = @ExampleObject(name = "an outpatient clinic", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AvailabilityView.class)))
  @APIResponse(responseCode = "200", description = "The same had been stated before")
  @APIResponse(responseCode = "409", description = "Code statement-id-taken")
  @APIResponse(responseCode = "422", description = "errors name each field")
  public Response state(@Valid @NotNull AvailabilityRequest request) {
    var id = request.id() == null ? Ids.newId() : request.id();
    if (!Ids.isTimeOrdered(id)) {
      return Problems.invalid("id", "not-uuid-v7", "Make the id as a UUID version 7.").toResponse();
    }
    return switch (stateAvailability.state(request.facts(id))) {
      case StateAvailability.Outcome.Stated(var stated) ->
          Response.status(Response.Status.CREATED).entity(AvailabilityView.of(stated)).build();
      case StateAvailability.Outcome.StatedBefore(var stated) ->
          Response.ok(AvailabilityView.of(stated)).build();
      case StateAvailability.Outcome.Unacceptable(var errors) ->
          Problems.invalid(errors).toResponse();
      case StateAvailability.Outcome.PlaceNotCovered() -> notYours().toResponse();
      case StateAvailability.Outcome.IdTaken() ->
          Problems.conflict("statement-id-taken", "Another statement has this id").toResponse();
    };
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Lists what stands of settlements, by code")
  @APIResponse(responseCode = "200", description = "One page of the list")
  public Page<AvailabilityView> list(
      @QueryParam("territory")
          @Parameter(description = "KATOTTG code of any level; without it all of the caller's")
          String territory,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found =
        findAvailability
            .current(territory, asked.after(), asked.limit() + 1)
            .orElseThrow(() -> new ProblemException(notYours()));
    return page(found, asked, stated -> stated.facts().settlement());
  }

  @GET
  @Produces("text/csv;charset=UTF-8;qs=0.5")
  @Operation(summary = "The same as a table, whole", description = "docs/medical-reports.md")
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
  public Response table(@QueryParam("territory") String territory) {
    return findAvailability
        .allCurrent(territory)
        .map(
            found ->
                Response.ok(AvailabilityCsv.write(found), "text/csv;charset=UTF-8")
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"health-services.csv\"")
                    .build())
        .orElseGet(() -> notYours().toResponse());
  }

  @GET
  @Path("{settlement}/history")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Lists what was ever said of a settlement, the latest day first")
  @APIResponse(responseCode = "200", description = "One page of the list")
  public Page<AvailabilityView> history(
      @PathParam("settlement") String settlement,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found =
        findAvailability
            .history(settlement, asked.afterId(), asked.limit() + 1)
            .orElseThrow(() -> new ProblemException(notYours()));
    return page(found, asked, stated -> stated.facts().id().toString());
  }

  private static Page<AvailabilityView> page(
      List<StatedAvailability> found,
      PageRequest asked,
      Function<StatedAvailability, String> positionOf) {
    return Page.of(found, asked.limit(), positionOf).map(AvailabilityView::of);
  }

  private static Problem notYours() {
    return Problem.of(403, "outside-your-territory", "The place is not in your territories");
  }
}
