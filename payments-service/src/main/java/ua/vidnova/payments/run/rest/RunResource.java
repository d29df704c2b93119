package ua.vidnova.payments.run.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.reach.CoveredSettlements;
import ua.vidnova.payments.run.PaymentRun;
import ua.vidnova.payments.run.RunOutcome;
import ua.vidnova.payments.run.RunPayments;
import ua.vidnova.payments.run.RunSummaries;
import ua.vidnova.payments.run.RunSummaries.HeldUnit;

/** Payment runs. */
@Path("v1/runs")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Payment runs", description = "What is due becomes instructions for partners")
public class RunResource {

  private final RunPayments runPayments;
  private final RunSummaries summaries;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  RunResource(
      RunPayments runPayments,
      RunSummaries summaries,
      CoveredSettlements covered,
      AuditTrail audit) {
    this.runPayments = runPayments;
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

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Runs a period",
      description =
          "Every unit that is due and in no live instruction gets one, if its channel works."
              + " Repeating a run makes nothing twice.")
  @APIResponse(
      responseCode = "201",
      description = "Run for the first time",
      content = @Content(schema = @Schema(implementation = RunView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Run before; newInstructions is 0 unless something has become due since",
      content = @Content(schema = @Schema(implementation = RunView.class)))
  @APIResponse(responseCode = "422", description = "The period is too far away")
  public Response run(@Valid @NotNull RunRequest request, @Context UriInfo uri) {
    return switch (runPayments.run(request.period())) {
      case RunOutcome.FirstRun(var run, var count) ->
          Response.created(uri.getAbsolutePathBuilder().path(run.id().toString()).build())
              .entity(view(run, count))
              .build();
      case RunOutcome.RunAgain(var run, var count) -> Response.ok(view(run, count)).build();
      case RunOutcome.PeriodOutOfRange(var earliest, var latest) ->
          Problems.invalid(
                  "period",
                  "period-out-of-range",
                  "Take a month from " + earliest + " to " + latest + ".")
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
      content = @Content(schema = @Schema(implementation = RunView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  public Response show(@PathParam("id") UUID id) {
    return PaymentRun.<PaymentRun>findByIdOptional(id)
        .map(run -> Response.ok(view(run, null)).build())
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

  private RunView view(PaymentRun run, Long newInstructions) {
    return RunView.of(run, summaries.of(List.of(run.id())).get(run.id()), newInstructions);
  }
}
