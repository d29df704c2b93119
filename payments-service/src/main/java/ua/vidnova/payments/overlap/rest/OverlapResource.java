package ua.vidnova.payments.overlap.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
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
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.overlap.DecideOverlap;
import ua.vidnova.payments.overlap.EndOverlap;
import ua.vidnova.payments.overlap.Overlap;
import ua.vidnova.payments.overlap.Overlap.Period;
import ua.vidnova.payments.overlap.OverlapOutcome;
import ua.vidnova.payments.overlap.OverlapProposal;
import ua.vidnova.payments.overlap.Overlaps;
import ua.vidnova.payments.reach.CoveredSettlements;

/** Overlaps with a Russian pension, of residents of the caller's territories. */
@Path("v1")
@Tag(name = "Overlaps", description = "Months with a Russian pension (Law 1058-IV p. 14-4)")
public class OverlapResource {

  private final DecideOverlap decideOverlap;
  private final EndOverlap endOverlap;
  private final Overlaps overlaps;
  private final CoveredSettlements covered;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  OverlapResource(
      DecideOverlap decideOverlap,
      EndOverlap endOverlap,
      Overlaps overlaps,
      CoveredSettlements covered,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.decideOverlap = decideOverlap;
    this.endOverlap = endOverlap;
    this.overlaps = overlaps;
    this.covered = covered;
    this.calendar = calendar;
    this.audit = audit;
  }

  /** Which months, and who says so. */
  @Schema(name = "OverlapRequest")
  public record OverlapRequest(
      @NotNull(message = "Say from when.")
          @Schema(examples = "2025-01", implementation = String.class)
          YearMonth from,
      @Schema(
              examples = "2025-08",
              implementation = String.class,
              description = "The last month; absent while it lasts")
          YearMonth to,
      @NotBlank(message = "Say who says so.")
          @Size(max = 1000, message = "At most 1000 characters.")
          @Schema(examples = "Заява пенсіонера від 12.11.2026 № 31")
          String source) {}

  /** Which month was the last. */
  @Schema(name = "OverlapEndRequest")
  public record EndRequest(
      @NotNull(message = "Say which month was the last.")
          @Schema(examples = "2026-08", implementation = String.class)
          YearMonth to) {}

  /** An overlap as it was recorded. */
  @Schema(name = "Overlap")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OverlapView(
      UUID id,
      UUID awardId,
      @Schema(examples = "2025-01", implementation = String.class) YearMonth from,
      @Schema(examples = "2025-08", implementation = String.class) YearMonth to,
      String source,
      OverlapProposal.State state,
      String recordedBy,
      String approvedBy) {

    static OverlapView of(Overlap one) {
      return new OverlapView(
          one.id(),
          one.awardId(),
          one.period().from(),
          one.period().to(),
          one.source(),
          OverlapProposal.State.APPROVED,
          one.recordedBy(),
          one.approvedBy());
    }

    static OverlapView of(OverlapProposal one) {
      return new OverlapView(
          one.id(),
          one.awardId(),
          one.period().from(),
          one.period().to(),
          one.source(),
          one.state(),
          one.proposedBy(),
          null);
    }
  }

  @POST
  @Path("awards/{id}/overlap")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Proposes that the owner of an award receives a Russian pension",
      description =
          "Until another person decides, its months are held: what no partner has of them is"
              + " withdrawn, and runs send none.")
  @APIResponse(
      responseCode = "201",
      description = "Proposed",
      content = @Content(schema = @Schema(implementation = OverlapView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description =
          "Codes months-recorded: some of them are, or are proposed; case-proposed: decide it"
              + " first")
  @APIResponse(responseCode = "422", description = "Codes: in-future, ends-too-early")
  public Response propose(@PathParam("id") UUID awardId, @Valid @NotNull OverlapRequest request) {
    var thisMonth = YearMonth.from(calendar.today());
    if (request.from().isAfter(thisMonth)) {
      return Problems.invalid("from", "in-future", "Not before it began.").toResponse();
    }
    if (request.to() != null && request.to().isAfter(thisMonth)) {
      return Problems.invalid("to", "in-future", "Leave it out while it lasts.").toResponse();
    }
    if (request.to() != null && request.to().isBefore(request.from())) {
      return endsTooEarly();
    }
    return answer(
        decideOverlap.propose(
            awardId, new Period(request.from(), request.to()), request.source().strip()),
        201);
  }

  @POST
  @Path("overlaps/{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Approves an overlap that another person proposed",
      description =
          "One that lasts suspends the award. Its months are owed no more and left out of arrears;"
              + " what was paid for them is listed for people to settle.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OverlapView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description = "Codes: same-person, months-recorded, case-proposed, not-now (with state)")
  public Response approve(@PathParam("id") UUID id) {
    return answer(decideOverlap.approve(id), 200);
  }

  @POST
  @Path("overlaps/{id}/refusal")
  @Idempotent
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(
      summary = "Refuses a proposed overlap, or takes it back",
      description = "The next run sends its months.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OverlapView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(responseCode = "409", description = "Code not-now (with state)")
  public Response refuse(@PathParam("id") UUID id) {
    return answer(decideOverlap.refuse(id), 200);
  }

  @POST
  @Path("overlaps/{id}/end")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Says which month of an overlap was the last",
      description = "The award stays suspended until two people resume it.")
  @APIResponse(responseCode = "200", description = "Ended")
  @APIResponse(responseCode = "409", description = "Code ended-before")
  public Response end(@PathParam("id") UUID id, @Valid @NotNull EndRequest request) {
    if (request.to().isAfter(YearMonth.from(calendar.today()))) {
      return Problems.invalid("to", "in-future", "Not before it ended.").toResponse();
    }
    return answer(endOverlap.end(id, request.to()), 200);
  }

  @GET
  @Path("overlaps")
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "Lists overlaps with what was paid for their months, oldest first")
  public Page<Overlaps.Paid> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            overlaps.list(covered.ofCaller(), page.afterId(), page.limit() + 1),
            page.limit(),
            one -> one.id().toString());
    audit.readAll(
        "overlap", found.items().stream().map(Overlaps.Paid::residentId).distinct().toList());
    return found;
  }

  @GET
  @Path("overlaps/proposed")
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "Lists overlaps that wait for another person, oldest first")
  public Page<Overlaps.Waiting> listWaiting(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            overlaps.listWaiting(covered.ofCaller(), page.afterId(), page.limit() + 1),
            page.limit(),
            one -> one.id().toString());
    audit.readAll(
        "overlap", found.items().stream().map(Overlaps.Waiting::residentId).distinct().toList());
    return found;
  }

  private static Response answer(OverlapOutcome outcome, int status) {
    return switch (outcome) {
      case OverlapOutcome.Kept(var overlap) ->
          Response.status(status).entity(OverlapView.of(overlap)).build();
      case OverlapOutcome.Proposal(var proposal) ->
          Response.status(status).entity(OverlapView.of(proposal)).build();
      case OverlapOutcome.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another approver must decide.")
              .toResponse();
      case OverlapOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "The proposal is decided").with("state", state).toResponse();
      case OverlapOutcome.NotFound() -> Problems.notFound().toResponse();
      case OverlapOutcome.MeetsAnother() ->
          Problems.conflict("months-recorded", "Some of these months are recorded or proposed")
              .toResponse();
      case OverlapOutcome.CaseProposed() ->
          Problems.conflict("case-proposed", "A proposed case of this award is decided first")
              .toResponse();
      case OverlapOutcome.EndedBefore() ->
          Problems.conflict("ended-before", "The last month of this overlap stands").toResponse();
      case OverlapOutcome.EndsTooEarly() -> endsTooEarly();
    };
  }

  private static Response endsTooEarly() {
    return Problems.invalid("to", "ends-too-early", "Not before it began.").toResponse();
  }
}
