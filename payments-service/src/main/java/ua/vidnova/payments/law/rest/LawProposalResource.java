package ua.vidnova.payments.law.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.law.LawDecision;
import ua.vidnova.payments.law.LoadLaw;

/** Deciding about proposed values of law. */
@Path("v1/law-proposals/{id}")
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Values of law", description = "Dated amounts and coefficients with their source")
@APIResponse(
    responseCode = "200",
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LawProposalView.class)))
@APIResponse(responseCode = "404", description = "Not there")
public class LawProposalResource {

  private final LoadLaw loadLaw;

  @Inject
  LawProposalResource(LoadLaw loadLaw) {
    this.loadLaw = loadLaw;
  }

  /** Why values are not loaded. */
  @Schema(name = "LawRefusalRequest")
  public record Refusal(
      @Schema(examples = "Постанову ще не опубліковано.")
          @NotBlank(message = "Say why.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String reason) {}

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
  @Operation(summary = "Shows proposed values and what they would replace")
  public Response show(@PathParam("id") UUID id) {
    return answer(loadLaw.show(id), 200);
  }

  @POST
  @Path("approval")
  @Idempotent
  @Operation(summary = "Puts values that another administrator proposed in force")
  @APIResponse(responseCode = "409", description = "Codes: same-person, not-now (with state)")
  public Response approve(@PathParam("id") UUID id) {
    return answer(loadLaw.approve(id), 200);
  }

  @POST
  @Path("refusal")
  @Idempotent
  @Operation(summary = "Refuses values, or withdraws one's own proposal")
  @APIResponse(responseCode = "409", description = "Code: not-now (with state)")
  public Response refuse(@PathParam("id") UUID id, @Valid @NotNull Refusal refusal) {
    return answer(loadLaw.refuse(id, refusal.reason().strip()), 200);
  }

  static Response answer(LawDecision decision, int done) {
    return switch (decision) {
      case LawDecision.Done all -> Response.status(done).entity(LawProposalView.of(all)).build();
      case LawDecision.NotFound() -> Problems.notFound().toResponse();
      case LawDecision.NotNow(var state) ->
          Problems.conflict("not-now", "It was decided before").with("state", state).toResponse();
      case LawDecision.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another administrator must decide.")
              .toResponse();
    };
  }
}
