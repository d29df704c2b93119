package ua.vidnova.medical.need.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.need.Factor;
import ua.vidnova.medical.need.PriorityEdition;
import ua.vidnova.medical.need.StateWeights;
import ua.vidnova.medical.need.Weight;
import ua.vidnova.medical.need.Weights;

/** What gives how many points: staff read what was ever said, administrators say it. */
@Path("v1/priority-editions")
@Tag(name = "Needs", description = "Who asked for a visit, and how pressing it is")
public class PriorityEditionsResource {

  private static final String EXAMPLE =
      """
      {
        "validFrom": "2026-12-01",
        "source": "Лист департаменту охорони здоров’я від 20.11.2026 № 1",
        "weights": [
          {"factor": "PREGNANT", "threshold": 280, "points": 40},
          {"factor": "SAYS_URGENT", "threshold": 0, "points": 3}
        ]
      }
      """;

  private final StateWeights stateWeights;
  private final Weights weights;

  @Inject
  PriorityEditionsResource(StateWeights stateWeights, Weights weights) {
    this.stateWeights = stateWeights;
    this.weights = weights;
  }

  /** All that gives points from a day on. */
  @Schema(name = "PriorityEditionRequest")
  public record EditionRequest(
      @NotNull LocalDate validFrom,
      @Schema(description = "Whose rule it is, and by which paper") @NotBlank @Size(max = 500)
          String source,
      @NotEmpty @Size(max = 100) List<@Valid @NotNull WeightRequest> weights) {}

  /** How many points a factor gives from a threshold on. */
  @Schema(name = "PriorityWeightRequest")
  public record WeightRequest(
      @NotNull Factor factor, @Min(0) @Max(1000) int threshold, @Min(1) @Max(100) int points) {

    private Weight weight() {
      return new Weight(factor, threshold, points);
    }
  }

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.MEDIC,
    Roles.BRIGADE_LEAD,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  @Operation(summary = "Lists what was ever said of the weights of priority, newest first")
  public Page<PriorityEdition> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found = weights.listBefore(asked.afterId(), asked.limit() + 1);
    return Page.of(found, asked.limit(), edition -> edition.id().toString());
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Says what gives how many points from a day on",
      description =
          "The whole table; a factor that is left out gives nothing. What was said before of the"
              + " same day stands no longer; days gone by keep their weights.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = EditionRequest.class),
              examples = @ExampleObject(name = "two factors", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PriorityEdition.class)))
  @APIResponse(responseCode = "422", description = "errors name each field")
  public Response state(@Valid @NotNull EditionRequest request) {
    var said = request.weights().stream().map(WeightRequest::weight).toList();
    return switch (stateWeights.state(request.validFrom(), request.source().strip(), said)) {
      case StateWeights.Outcome.Stated(var edition) ->
          Response.status(Response.Status.CREATED).entity(edition).build();
      case StateWeights.Outcome.Unacceptable(var errors) -> Problems.invalid(errors).toResponse();
    };
  }
}
