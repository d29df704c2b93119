package ua.vidnova.registry.shield.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.shield.ChangeShield;
import ua.vidnova.registry.shield.ShieldOutcome;
import ua.vidnova.registry.shield.ShieldResident;

/** Shields over residents at risk. An administrator handles them without seeing the residents. */
@Path("v1/residents")
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Shields", description = "Residents at risk, seen only by the staff named for them")
public class ShieldResource {

  private static final String REQUIRED = "This is needed.";

  /** Why, and who may see the resident. */
  @Schema(name = "ShieldRequest")
  public record Shielded(
      @NotNull(message = REQUIRED) @Size(min = 3, max = 500, message = "3 to 500 characters.")
          String reason,
      @Size(max = 50, message = "At most 50.")
          List<
                  @NotNull(message = REQUIRED)
                  @Size(min = 1, max = 200, message = "1 to 200 characters.") String>
              staff) {}

  /** A member of staff by their token's subject. */
  @Schema(name = "StaffMember")
  public record Staff(
      @NotNull(message = REQUIRED) @Size(min = 1, max = 200, message = "1 to 200 characters.")
          String staff) {}

  /** Why the shield is lifted. */
  @Schema(name = "ShieldLifting")
  public record Lifting(
      @NotNull(message = REQUIRED) @Size(min = 3, max = 500, message = "3 to 500 characters.")
          String reason) {}

  private final ShieldResident shieldResident;
  private final ChangeShield changeShield;

  @Inject
  ShieldResource(ShieldResident shieldResident, ChangeShield changeShield) {
    this.shieldResident = shieldResident;
    this.changeShield = changeShield;
  }

  @POST
  @Path("{id}/shield")
  @Idempotent
  @Operation(summary = "Shields a resident of the caller's territories")
  @APIResponse(responseCode = "201", description = "Shielded from all but the named staff")
  @APIResponse(responseCode = "409", description = "already-shielded")
  public Response shield(@PathParam("id") UUID id, @NotNull @Valid Shielded request) {
    var staff = request.staff() == null ? List.<String>of() : request.staff();
    return answer(shieldResident.shield(id, request.reason(), staff), Response.Status.CREATED);
  }

  @POST
  @Path("{id}/shield/staff")
  @Idempotent
  @Operation(summary = "Lets a member of staff see a shielded resident")
  public Response name(@PathParam("id") UUID id, @NotNull @Valid Staff request) {
    return answer(changeShield.name(id, request.staff()), Response.Status.OK);
  }

  @POST
  @Path("{id}/shield/staff-removal")
  @Idempotent
  @Operation(summary = "Keeps a shielded resident from a member of staff again")
  public Response remove(@PathParam("id") UUID id, @NotNull @Valid Staff request) {
    return answer(changeShield.remove(id, request.staff()), Response.Status.OK);
  }

  @POST
  @Path("{id}/shield/lifting")
  @Idempotent
  @Operation(summary = "Lifts the shield")
  public Response lift(@PathParam("id") UUID id, @NotNull @Valid Lifting request) {
    return answer(changeShield.lift(id, request.reason()), Response.Status.NO_CONTENT);
  }

  private static Response answer(ShieldOutcome outcome, Response.Status done) {
    return switch (outcome) {
      case ShieldOutcome.InForce shield -> Response.status(done).entity(shield).build();
      case ShieldOutcome.Lifted() -> Response.status(done).build();
      case ShieldOutcome.NotFound() -> Problems.notFound().toResponse();
      case ShieldOutcome.ShieldedAlready() ->
          Problems.conflict("already-shielded", "The resident is shielded already")
              .withDetail("Name further staff, or lift the shield first.")
              .toResponse();
    };
  }
}
