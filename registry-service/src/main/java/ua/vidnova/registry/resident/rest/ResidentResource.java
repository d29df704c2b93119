package ua.vidnova.registry.resident.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.resident.ResidentView;
import ua.vidnova.registry.resident.ShowResident;

/** One resident. */
@Path("v1/residents")
@Tag(name = "Residents", description = "Who lives here, and how well that is proven")
public class ResidentResource {

  private final ShowResident showResident;
  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  ResidentResource(ShowResident showResident, Caller caller, KyivCalendar calendar) {
    this.showResident = showResident;
    this.caller = caller;
    this.calendar = calendar;
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.MEDIC, Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(
      summary = "Shows a resident",
      description =
          "Only residents of the caller's territories. A registrar sees everything but whole"
              + " account numbers; medics see no papers and no money; payments staff see the"
              + " number and the account but neither phone nor papers. With on, a registrar sees"
              + " what the registry knew at the end of that day in Kyiv, whenever it was true.")
  @Parameter(
      name = "Purpose",
      in = ParameterIn.HEADER,
      description =
          "For what it is asked, a code of the service's purposes; else your role's usual",
      schema = @Schema(implementation = String.class))
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResidentView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response resident(
      @PathParam("id") UUID id, @QueryParam("on") @Parameter(example = "2026-11-20") LocalDate on) {
    if (on != null && !caller.hasRole(Roles.REGISTRAR)) {
      return Problems.forbidden().toResponse();
    }
    if (on != null && on.isAfter(calendar.today())) {
      return Problems.badParameter("on", "future", "What will be known then is not known yet.")
          .toResponse();
    }
    return showResident
        .show(id, Optional.ofNullable(on))
        .map(view -> Response.ok(view).tag(tagOf(view)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  /** The ETag of a resident's present version. */
  public static EntityTag tagOf(ResidentView view) {
    return IfMatch.tagOf(view.version());
  }
}
