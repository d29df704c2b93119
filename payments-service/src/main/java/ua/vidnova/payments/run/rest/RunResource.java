package ua.vidnova.payments.run.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.reach.CoveredSettlements;
import ua.vidnova.payments.run.DecideRun;
import ua.vidnova.payments.run.PaymentRun;
import ua.vidnova.payments.run.ProposeRun;
import ua.vidnova.payments.run.RunDecision;
import ua.vidnova.payments.run.RunProposals;
import ua.vidnova.payments.run.RunSummaries;
import ua.vidnova.payments.run.RunSummaries.HeldUnit;

/** Payment runs. */
@Path("v1/runs")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(
    name = "Payment runs",
    description = "What is due becomes instructions for partners, once two people agree")
public class RunResource {

  private final ProposeRun proposeRun;
  private final DecideRun decideRun;
  private final RunProposals proposals;
  private final RunSummaries summaries;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  RunResource(
      ProposeRun proposeRun,
      DecideRun decideRun,
      RunProposals proposals,
      RunSummaries summaries,
      CoveredSettlements covered,
      AuditTrail audit) {
    this.proposeRun = proposeRun;
    this.decideRun = decideRun;
    this.proposals = proposals;
    this.summaries = summaries;
    this.covered = covered;
    this.audit = audit;
  }

  /** Which month to pay. */
  @Schema(name = "RunRequest")
  public record RunRequest(
      @Schema(examples = "2026-11", implementation = String.class)
          @NotNull(message = "Say which period, as YYYY-MM.")
          YearMonth period) {}

  /** Why a run is refused or cancelled. */
  @Schema(name = "RunEndRequest")
  public record EndRequest(
      @Schema(examples = "Сума для банку не збігається з кошторисом.")
          @NotBlank(message = "Say why.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String reason) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Proposes a run",
      description =
          "Sums up every unit that is due and in no live instruction, and what is different from"
              + " the last executed period. Nothing is issued until another person approves.")
  @APIResponse(
      responseCode = "201",
      description = "Proposed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RunView.class)))
  @APIResponse(responseCode = "409", description = "Code another-run: one is under way")
  @APIResponse(responseCode = "422", description = "The period is too far away")
  public Response propose(@Valid @NotNull RunRequest request, @Context UriInfo uri) {
    return switch (proposeRun.propose(request.period())) {
      case RunDecision.Done(var run) ->
          Response.created(uri.getAbsolutePathBuilder().path(run.id().toString()).build())
              .entity(view(run))
              .tag(IfMatch.tagOf(run.version()))
              .build();
      case RunDecision refusal -> refused(refusal);
    };
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Approves a proposed run",
      description = "Its shards begin; progress tells how far they are.")
  @APIResponse(
      responseCode = "200",
      description = "Approved",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RunView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  @APIResponse(responseCode = "409", description = "Codes: same-person, not-now (with state)")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  public Response approve(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(decideRun.approve(id, IfMatch.version(ifMatch)));
  }

  @POST
  @Path("{id}/refusal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(summary = "Refuses a proposed run with a reason")
  @APIResponse(
      responseCode = "200",
      description = "Refused",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RunView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  @APIResponse(responseCode = "409", description = "Code not-now (with state)")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  public Response refuse(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull EndRequest request) {
    return answer(decideRun.refuse(id, request.reason().strip(), IfMatch.version(ifMatch)));
  }

  @POST
  @Path("{id}/cancellation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(
      summary = "Cancels a run with a reason, before a partner has any of its batches",
      description = "What it has issued is withdrawn and stays owed; shards to come do nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Cancelled",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RunView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  @APIResponse(responseCode = "409", description = "Codes: handed-over, not-now (with state)")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  public Response cancel(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull EndRequest request) {
    return answer(decideRun.cancel(id, request.reason().strip(), IfMatch.version(ifMatch)));
  }

  private Response answer(RunDecision decision) {
    return switch (decision) {
      case RunDecision.Done(var run) ->
          Response.ok(view(run)).tag(IfMatch.tagOf(run.version())).build();
      case RunDecision refusal -> refused(refusal);
    };
  }

  private static Response refused(RunDecision refusal) {
    return switch (refusal) {
      case RunDecision.Done(var run) ->
          throw new IllegalArgumentException("Run " + run.id() + " was not refused");
      case RunDecision.NotFound() -> Problems.notFound().toResponse();
      case RunDecision.PeriodOutOfRange(var earliest, var latest) ->
          Problems.invalid(
                  "period",
                  "period-out-of-range",
                  "Take a month from " + earliest + " to " + latest + ".")
              .toResponse();
      case RunDecision.AnotherRun() ->
          Problems.conflict("another-run", "Another run is proposed or being executed")
              .withDetail("Decide on it, or wait until it is executed.")
              .toResponse();
      case RunDecision.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case RunDecision.NotNow(var state) ->
          Problems.conflict("not-now", "The run's state does not allow this step")
              .with("state", state)
              .toResponse();
      case RunDecision.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another approver must decide.")
              .toResponse();
      case RunDecision.HandedOver() ->
          Problems.conflict("handed-over", "A partner has taken a batch of this run")
              .withDetail("What it pays comes back only by the partner's report.")
              .toResponse();
    };
  }

  @GET
  @Operation(summary = "Lists payment runs, latest first")
  public Page<RunView> list(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var runs =
        Page.of(
            PaymentRun.listBefore(page.afterId(), page.limit() + 1),
            page.limit(),
            run -> run.id().toString());
    var summed = summaries.of(runs.items().stream().map(PaymentRun::id).toList());
    return runs.map(run -> RunView.of(run, summed.get(run.id()), null));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Shows a payment run")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RunView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  public Response show(@PathParam("id") UUID id) {
    return PaymentRun.<PaymentRun>findByIdOptional(id)
        .map(run -> Response.ok(view(run)).tag(IfMatch.tagOf(run.version())).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("{id}/held-units")
  @Transactional
  @Operation(
      summary = "Lists the units that a run holds back, with the reason",
      description = "Only residents of the caller's territories.")
  @APIResponse(responseCode = "404", description = "Not there")
  public Response held(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    if (PaymentRun.findByIdOptional(id).isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var units =
        Page.of(
            summaries.listHeld(id, covered.ofCaller(), page.afterId(), page.limit() + 1),
            page.limit(),
            unit -> unit.unitId().toString());
    audit.readAll("held-unit", units.items().stream().map(HeldUnit::residentId).toList());
    return Response.ok(units).build();
  }

  private RunView view(PaymentRun run) {
    return RunView.of(run, summaries.of(List.of(run.id())).get(run.id()), proposals.find(run.id()));
  }
}
