package ua.vidnova.coordination.trip.rest;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.coordination.trip.FindTrips;
import ua.vidnova.coordination.trip.MoveTrip;
import ua.vidnova.coordination.trip.PlanTrip;
import ua.vidnova.coordination.trip.Trip;
import ua.vidnova.coordination.trip.TripOutcome;
import ua.vidnova.coordination.trip.TripPosition;
import ua.vidnova.coordination.trip.TripState;

/** Trips: coordinators plan and cancel them, the brigade's lead starts and completes them. */
@Path("v1/trips")
@Authenticated
@Tag(name = "Trips", description = "Where brigades stop on which day")
public class TripResource {

  private static final String EXAMPLE =
      """
      {
        "brigadeId": "019aa7d0-9100-7b20-8d41-5e2c9f7a1b01",
        "startsOn": "2026-11-24",
        "endsOn": "2026-11-25",
        "stops": [
          {
            "stopId": "019aa7d0-9300-7d02-a146-3c2d1b7e8f01",
            "settlement": "UA44160030010058180",
            "on": "2026-11-24",
            "place": "Будинок культури"
          },
          {
            "stopId": "019aa7d0-9300-7d02-a146-3c2d1b7e8f02",
            "settlement": "UA44120050010021900",
            "on": "2026-11-25"
          }
        ]
      }
      """;

  private final PlanTrip planTrip;
  private final MoveTrip moveTrip;
  private final FindTrips findTrips;

  @Inject
  TripResource(PlanTrip planTrip, MoveTrip moveTrip, FindTrips findTrips) {
    this.planTrip = planTrip;
    this.moveTrip = moveTrip;
    this.findTrips = findTrips;
  }

  /** Why a trip does not take place. */
  @Schema(name = "TripCancellation")
  record CancelRequest(
      @Schema(examples = "Дорогу заміновано") @NotBlank @Size(max = 500) String reason) {}

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "Lists trips that stop in your territories, the latest first")
  public Page<TripView> list(
      @Parameter(description = "KATOTTG code, of any level, that holds one of the stops")
          @QueryParam("territory")
          String territory,
      @QueryParam("brigadeId") UUID brigadeId,
      @QueryParam("state") TripState state,
      @Parameter(description = "Trips that end on this day or later") @QueryParam("from")
          LocalDate from,
      @Parameter(description = "Trips that begin on this day or earlier") @QueryParam("to")
          LocalDate to,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var wanted =
        new FindTrips.Wanted(
            Optional.ofNullable(territory),
            Optional.ofNullable(brigadeId),
            Optional.ofNullable(state),
            Optional.ofNullable(from),
            Optional.ofNullable(to));
    return page(findTrips.list(wanted, position(asked), asked.limit() + 1), asked);
  }

  @GET
  @Path("mine")
  @Transactional
  @Operation(summary = "Lists the trips on which you are or were, the latest first")
  public Page<TripView> listMine(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    return page(findTrips.listMine(position(asked), asked.limit() + 1), asked);
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(summary = "Shows a trip to those who are on it, coordinators and auditors")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TripView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not yours to see")
  public Response show(@PathParam("id") UUID id) {
    return findTrips
        .find(id)
        .map(trip -> answer(Response.ok(), trip))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.COORDINATOR)
  @Idempotent
  @Operation(
      summary = "Plans a trip, or plans it anew",
      description =
          "The ids of the trip and of its stops are the caller's to make. Every stop lies in the"
              + " caller's territories, on a day of the trip on which the settlement is liberated."
              + " While the trip is under way its route, last day and members may change still."
              + " Saying the same again changes nothing; other services hear of a change.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = TripRequest.class),
              examples = @ExampleObject(name = "Two days, two stops", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TripView.class)))
  @APIResponse(responseCode = "201", description = "It was not known before")
  @APIResponse(responseCode = "403", description = "Code outside-your-territory")
  @APIResponse(
      responseCode = "409",
      description =
          "brigade-busy, with tripId of the other trip; member-busy: errors name the members;"
              + " stop-id-taken; trip-completed, trip-cancelled")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  @APIResponse(
      responseCode = "422",
      description = "errors name each field, such as stops[1].settlement not-liberated-on-that-day")
  public Response plan(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull TripRequest request) {
    return answer(planTrip.plan(id, request.plan(), IfMatch.version(ifMatch)));
  }

  @POST
  @Path("{id}/start")
  @RolesAllowed(Roles.BRIGADE_LEAD)
  @Idempotent
  @Operation(
      summary = "The brigade sets out",
      description = "For a lead who is on the trip. Started already, it stays so.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TripView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or you are not on it")
  @APIResponse(
      responseCode = "409",
      description =
          "before-first-day; stop-not-liberated: errors name the stops; trip-completed,"
              + " trip-cancelled")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  public Response start(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(moveTrip.start(id, IfMatch.version(ifMatch)));
  }

  @POST
  @Path("{id}/completion")
  @RolesAllowed(Roles.BRIGADE_LEAD)
  @Idempotent
  @Operation(
      summary = "The brigade is back",
      description = "For a lead who is on the trip. Completed already, it stays so.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TripView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or you are not on it")
  @APIResponse(responseCode = "409", description = "trip-planned, trip-cancelled")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  public Response complete(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(moveTrip.complete(id, IfMatch.version(ifMatch)));
  }

  @POST
  @Path("{id}/cancellation")
  @RolesAllowed(Roles.COORDINATOR)
  @Idempotent
  @Operation(summary = "The trip does not take place, or ends before its time")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TripView.class)))
  @APIResponse(
      responseCode = "404",
      description = "Not there, or a stop is outside your territories")
  @APIResponse(responseCode = "409", description = "trip-completed, trip-cancelled")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  public Response cancel(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull CancelRequest request) {
    return answer(moveTrip.cancel(id, request.reason().strip(), IfMatch.version(ifMatch)));
  }

  private static Response answer(TripOutcome outcome) {
    return switch (outcome) {
      case TripOutcome.Saved(var trip, var isNew) ->
          answer(isNew ? Response.status(Response.Status.CREATED) : Response.ok(), trip);
      case TripOutcome.Refused refused -> TripProblems.of(refused).toResponse();
    };
  }

  private static Response answer(Response.ResponseBuilder answer, Trip trip) {
    return answer.tag(IfMatch.tagOf(trip.version())).entity(TripView.of(trip)).build();
  }

  private static Page<TripView> page(List<Trip> found, PageRequest asked) {
    return Page.of(found, asked.limit(), trip -> TripPosition.of(trip).toString())
        .map(TripView::of);
  }

  private static Optional<TripPosition> position(PageRequest asked) {
    return asked.after().map(text -> TripPosition.parse(text).orElseThrow(PageRequest::notOurs));
  }
}
