package ua.vidnova.medical.need.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.need.ShowVisitList;
import ua.vidnova.medical.need.TakeVisit;
import ua.vidnova.medical.need.VisitList;

/** Whom a brigade is to visit: for those on the trip, and coordinators of where it stops. */
@Path("v1/trips/{id}/visit-list")
@RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.MEDIC, Roles.BRIGADE_LEAD})
@Tag(name = "Visit lists", description = "Whom a brigade is to visit, house by house")
public class VisitListResource {

  private static final String WHO = "A residentId, or the needId of someone who has no record";

  private final ShowVisitList showVisitList;
  private final TakeVisit takeVisit;

  @Inject
  VisitListResource(ShowVisitList showVisitList, TakeVisit takeVisit) {
    this.showVisitList = showVisitList;
    this.takeVisit = takeVisit;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Lists whom to visit at each stop, house by house, the most pressing first",
      description =
          "Those for whom somebody asked, and those whose follow-up, check after a referral or"
              + " medicine is due. It follows the trip: a stop that moves takes its people along; a"
              + " trip that is over has none. Why, only those who treat people on the trip see."
              + " Everyone on it is audited as read.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = VisitList.class)))
  @APIResponse(
      responseCode = "404",
      description = "Not there, or you are neither on the trip nor coordinate where it stops")
  public Response show(@PathParam("id") UUID id) {
    return shown(id, list -> list);
  }

  @GET
  @Produces("text/csv;charset=UTF-8;qs=0.5")
  @Operation(hidden = true)
  public Response print(@PathParam("id") UUID id) {
    return shown(id, VisitListCsv::of);
  }

  @PUT
  @Path("{who}")
  @RolesAllowed({Roles.COORDINATOR, Roles.MEDIC, Roles.BRIGADE_LEAD})
  @Idempotent
  @Operation(
      summary = "Takes someone on the list for this trip, so that no other trip lists them",
      description =
          "The claim ends with the trip's stop in the settlement: whoever was not visited is on the"
              + " lists of others again.")
  @APIResponse(responseCode = "204", description = "Taken, or had been")
  @APIResponse(responseCode = "404", description = "No such list for you, or nobody such on it")
  @APIResponse(responseCode = "409", description = "taken-by-another-trip")
  public Response take(
      @PathParam("id") UUID id, @Parameter(description = WHO) @PathParam("who") UUID who) {
    return answer(takeVisit.take(id, who));
  }

  @DELETE
  @Path("{who}")
  @RolesAllowed({Roles.COORDINATOR, Roles.MEDIC, Roles.BRIGADE_LEAD})
  @Idempotent
  @Operation(summary = "Lets someone go whom this trip had taken")
  @APIResponse(responseCode = "204", description = "Any trip that stops there lists them again")
  @APIResponse(responseCode = "404", description = "The trip had not taken them")
  public Response release(
      @PathParam("id") UUID id, @Parameter(description = WHO) @PathParam("who") UUID who) {
    return answer(takeVisit.release(id, who));
  }

  private static Response answer(TakeVisit.Outcome outcome) {
    return switch (outcome) {
      case DONE -> Response.noContent().build();
      case NOT_ON_LIST -> Problems.notFound().toResponse();
      case TAKEN_BY_ANOTHER_TRIP ->
          Problems.conflict("taken-by-another-trip", "Another brigade has taken this visit")
              .toResponse();
    };
  }

  private Response shown(UUID id, Function<VisitList, Object> form) {
    return showVisitList
        .show(id)
        .map(list -> Response.ok(form.apply(list)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }
}
