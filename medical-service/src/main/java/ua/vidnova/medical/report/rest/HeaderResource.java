package ua.vidnova.medical.report.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.report.StateHeader;
import ua.vidnova.medical.report.StatedHeader;

/** What a brigade says of its day beside the numbers. */
@Path("v1/daily-reports/{brigade}/{day}/header")
@Tag(name = "Daily report", description = "WHO Emergency Medical Team Minimum Data Set")
public class HeaderResource {

  private static final String EXAMPLE =
      """
      {
        "organisation": "Вигадана благодійна організація",
        "teamType": "TYPE_1_MOBILE",
        "contactName": "Лікарка Прикладна",
        "contactPhone": "+380501234567",
        "place": "Колишній дитячий садок",
        "latitude": 48.4672,
        "longitude": 38.7981,
        "bedCapacity": 0,
        "needsAndRisks": "Немає питної води; закінчується інсулін",
        "comments": "Дорога від мосту не розмінована"
      }
      """;

  private final StateHeader stateHeader;

  @Inject
  HeaderResource(StateHeader stateHeader) {
    this.stateHeader = stateHeader;
  }

  @GET
  @RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR})
  @Operation(summary = "Shows what a brigade said of a day")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HeaderView.class)))
  @APIResponse(responseCode = "404", description = "Nothing was said, or it is not yours to see")
  public Response show(@PathParam("brigade") UUID brigade, @PathParam("day") LocalDate day) {
    return stateHeader
        .find(brigade, day)
        .map(HeaderResource::answer)
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @PUT
  @RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD})
  @Idempotent
  @Operation(
      summary = "Says of a day what no visit tells",
      description =
          "Only by someone who is on a trip of the brigade on that day. Each version is kept; the"
              + " same said again makes none.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = HeaderRequest.class),
              examples = @ExampleObject(name = "a mobile team", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HeaderView.class)))
  @APIResponse(responseCode = "403", description = "Code not-on-trip")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  @APIResponse(responseCode = "422", description = "errors name each field")
  public Response state(
      @PathParam("brigade") UUID brigade,
      @PathParam("day") LocalDate day,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull HeaderRequest request) {
    if ((request.latitude() == null) != (request.longitude() == null)) {
      return Problems.invalid("longitude", "both", "Give both, or neither.").toResponse();
    }
    return switch (stateHeader.state(brigade, day, request.facts(), IfMatch.version(ifMatch))) {
      case StateHeader.Outcome.Stands(var header) -> answer(header);
      case StateHeader.Outcome.NotOnTrip() ->
          Problem.of(403, "not-on-trip", "You are on no trip of the brigade on that day")
              .toResponse();
      case StateHeader.Outcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case StateHeader.Outcome.InTheFuture() ->
          Problems.invalid("day", "in-the-future", "Report a day that has come.").toResponse();
    };
  }

  private static Response answer(StatedHeader header) {
    return Response.ok(HeaderView.of(header)).tag(IfMatch.tagOf(header.version())).build();
  }
}
