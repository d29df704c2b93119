package ua.vidnova.registry.resident.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.resident.ResidentView;
import ua.vidnova.registry.resident.ShowResident;

/** One resident. */
@Path("v1/residents")
@Tag(name = "Residents", description = "Who lives here, and how well that is proven")
public class ResidentResource {

  private final ShowResident showResident;

  @Inject
  ResidentResource(ShowResident showResident) {
    this.showResident = showResident;
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.MEDIC, Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(
      summary = "Shows a resident",
      description =
          "Only residents of the caller's territories. A registrar sees everything but whole"
              + " account numbers; medics see no papers and no money; payments staff see the"
              + " number and the account but neither phone nor papers.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResidentView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response resident(@PathParam("id") UUID id) {
    return showResident
        .show(id)
        .map(view -> Response.ok(view).tag(tagOf(view)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  /** The ETag of a resident's present version. */
  public static EntityTag tagOf(ResidentView view) {
    return new EntityTag(Long.toString(view.version()));
  }
}
