package ua.vidnova.medical.stock.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import ua.vidnova.medical.stock.ExplainDifference;
import ua.vidnova.medical.stock.StockDifference;
import ua.vidnova.medical.stock.rest.StockRequests.ReasonRequest;
import ua.vidnova.medical.stock.rest.StockViews.DifferenceView;

/** Differences between visits and the books of stock, and their explanations. */
@Path("v1/stock-differences")
@RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR})
@Tag(name = "Stock")
public class DifferenceResource {

  private final ExplainDifference explainDifference;

  @Inject
  DifferenceResource(ExplainDifference explainDifference) {
    this.explainDifference = explainDifference;
  }

  @POST
  @Path("{id}/explanation")
  @Idempotent
  @Operation(summary = "Explains a difference, once")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DifferenceView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not of a place that you keep")
  @APIResponse(
      responseCode = "409",
      description = "explained-before; difference-overtaken: the visit was corrected")
  public Response explain(@PathParam("id") UUID id, @Valid @NotNull ReasonRequest request) {
    return switch (explainDifference.explain(id, request.reason().strip())) {
      case ExplainDifference.Outcome.Explained(StockDifference difference) ->
          Response.ok(DifferenceView.of(difference)).build();
      case ExplainDifference.Outcome.NotYours() -> Problems.notFound().toResponse();
      case ExplainDifference.Outcome.ExplainedBefore() ->
          Problems.conflict("explained-before", "It was explained").toResponse();
      case ExplainDifference.Outcome.Overtaken() ->
          Problems.conflict("difference-overtaken", "A correction of the visit took it away")
              .toResponse();
    };
  }
}
