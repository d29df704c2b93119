package ua.vidnova.coordination.cashpoint.rest;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.coordination.cashpoint.CashPoint;
import ua.vidnova.coordination.cashpoint.CashPointHistory;
import ua.vidnova.coordination.cashpoint.CashPointKind;
import ua.vidnova.coordination.cashpoint.CashPointOutcome;
import ua.vidnova.coordination.cashpoint.CashPointRules.Fault;
import ua.vidnova.coordination.cashpoint.CashPointState;
import ua.vidnova.coordination.cashpoint.FindCashPoints;
import ua.vidnova.coordination.cashpoint.KnownCashPoint;
import ua.vidnova.coordination.cashpoint.SaveCashPoint;

/** The map of places where money can be had: all may read it, coordinators keep it. */
@Path("v1/cash-points")
@Authenticated
@Tag(name = "Cash points", description = "Places where money can be had, and whether they work")
public class CashPointResource {

  private final SaveCashPoint saveCashPoint;
  private final FindCashPoints findCashPoints;
  private final CashPointHistory history;
  private final Caller caller;

  @Inject
  CashPointResource(
      SaveCashPoint saveCashPoint,
      FindCashPoints findCashPoints,
      CashPointHistory history,
      Caller caller) {
    this.history = history;
    this.saveCashPoint = saveCashPoint;
    this.findCashPoints = findCashPoints;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Lists cash points, such as those that serve a settlement")
  public Page<CashPointView> list(
      @Parameter(description = "KATOTTG code of a settlement that is served")
          @QueryParam("settlement")
          String settlement,
      @QueryParam("operator") String operator,
      @QueryParam("kind") CashPointKind kind,
      @QueryParam("state") CashPointState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var wanted =
        new CashPoint.Query(
            Optional.ofNullable(settlement),
            Optional.ofNullable(operator),
            Optional.ofNullable(kind),
            Optional.ofNullable(state));
    var found = findCashPoints.list(wanted, asked.afterId(), asked.limit() + 1);
    return Page.of(found, asked.limit(), one -> one.id().toString()).map(this::view);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Shows a cash point")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CashPointView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  public Response show(@PathParam("id") UUID id) {
    return findCashPoints
        .find(id)
        .map(known -> answer(Response.ok(), known))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
  @Operation(summary = "Shows what was ever told of a cash point, newest first")
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response history(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    if (findCashPoints.find(id).filter(this::answersFor).isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var entries = history.listBefore(id, asked.afterId(), asked.limit() + 1);
    return Response.ok(
            Page.of(entries, asked.limit(), entry -> entry.id().toString())
                .map(entry -> CashPointView.EntryView.of(id, entry)))
        .build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.COORDINATOR)
  @Idempotent
  @Operation(
      summary = "Describes a cash point, new or known",
      description =
          "The id is the caller's to make. The caller's territories must hold the place and all that"
              + " it serves. Saying the same again changes nothing; other services hear of a"
              + " change.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CashPointView.class)))
  @APIResponse(responseCode = "201", description = "It was not known before")
  @APIResponse(responseCode = "403", description = "Code outside-your-territory")
  @APIResponse(responseCode = "409", description = "Code operator-code-taken, with cashPointId")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  @APIResponse(responseCode = "422", description = "errors name each field")
  public Response save(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull CashPointRequest request) {
    return answer(
        saveCashPoint.save(
            id, request.description(), request.status().status(), IfMatch.version(ifMatch)));
  }

  @POST
  @Path("{id}/status")
  @RolesAllowed(Roles.COORDINATOR)
  @Idempotent
  @Operation(summary = "Says whether a cash point works, from a day on")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CashPointView.class)))
  @APIResponse(responseCode = "403", description = "Code outside-your-territory")
  @APIResponse(responseCode = "404", description = "Not there")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  @APIResponse(responseCode = "422", description = "errors name each field")
  public Response setStatus(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull CashPointRequest.StatusRequest request) {
    return answer(saveCashPoint.saveStatus(id, request.status(), IfMatch.version(ifMatch)));
  }

  private Response answer(CashPointOutcome outcome) {
    return switch (outcome) {
      case CashPointOutcome.Saved saved ->
          answer(
              saved.isNew() ? Response.status(Response.Status.CREATED) : Response.ok(),
              saved.now());
      case CashPointOutcome.NotAcceptable(var faults) ->
          Problems.invalid(errors(faults)).toResponse();
      case CashPointOutcome.OutsideTerritory() ->
          Problem.of(403, "outside-your-territory", "It stands or serves outside your territory")
              .toResponse();
      case CashPointOutcome.CodeTaken(var by) ->
          Problems.conflict("operator-code-taken", "Another place of the operator has this number")
              .with("cashPointId", by)
              .toResponse();
      case CashPointOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case CashPointOutcome.NotFound() -> Problems.notFound().toResponse();
    };
  }

  private Response answer(Response.ResponseBuilder answer, KnownCashPoint known) {
    return answer.tag(IfMatch.tagOf(known.version())).entity(view(known)).build();
  }

  private CashPointView view(KnownCashPoint known) {
    return CashPointView.of(known, answersFor(known));
  }

  /** Its operator, and coordinators and auditors of where it stands. */
  private boolean answersFor(KnownCashPoint known) {
    var place = known.description();
    return caller.isPartner()
        ? caller.organisation().filter(place.operator()::equals).isPresent()
        : (caller.hasRole(Roles.COORDINATOR) || caller.hasRole(Roles.AUDITOR))
            && caller.covers(place.homeSettlement());
  }

  private static List<FieldError> errors(List<Fault> faults) {
    return faults.stream()
        .map(fault -> new FieldError(fault.field(), fault.code(), "Give another value."))
        .toList();
  }
}
