package ua.vidnova.payments.reconciliation.rest;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.reach.CoveredSettlements;
import ua.vidnova.payments.reconciliation.Booking;
import ua.vidnova.payments.reconciliation.DifferenceKind;
import ua.vidnova.payments.reconciliation.ReportDifference;
import ua.vidnova.payments.reconciliation.ReportDifferences;
import ua.vidnova.payments.reconciliation.SettleDifference;
import ua.vidnova.payments.reconciliation.SettlementOutcome;
import ua.vidnova.payments.run.InstructionState;

/** Where partners' words and the books disagree; two people settle each. */
@Path("v1/reconciliation/differences")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Reconciliation", description = "What is open, how old it is, and what is awaited")
public class ReportDifferenceResource {

  private final ReportDifferences differences;
  private final SettleDifference settleDifference;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  ReportDifferenceResource(
      ReportDifferences differences,
      SettleDifference settleDifference,
      CoveredSettlements covered,
      AuditTrail audit) {
    this.differences = differences;
    this.settleDifference = settleDifference;
    this.covered = covered;
    this.audit = audit;
  }

  /** How a difference was cleared up. */
  @Schema(name = "SettlementProposal")
  public record ProposalRequest(
      @Schema(examples = "Банк підтвердив листом від 24.11.2026: кошти зараховано один раз.")
          @NotBlank(message = "Say how it was cleared up.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String note,
      @Schema(
              description =
                  "What the books do: NONE when absent; PAID, of money said not to have been paid;"
                      + " RETURNED, of money said to have been paid")
          Booking booking) {

    Booking bookingOrNone() {
      return booking == null ? Booking.NONE : booking;
    }
  }

  /** A difference as payments staff see it. */
  @Schema(name = "ReportDifference")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record View(
      UUID id,
      DifferenceKind kind,
      ReportDifference.State state,
      @Schema(examples = "32") int ageDays,
      @Schema(examples = "00032129", description = "ЄДРПОУ") String partner,
      @Schema(description = "As the partner told it") UUID instructionId,
      UUID awardId,
      UUID residentId,
      InstructionState toldOutcome,
      LocalDate toldOn,
      @Schema(examples = "AC04") String toldCode,
      @Schema(examples = "346025") Long toldAmountMinor,
      @Schema(description = "What the books said, and say") InstructionState knownOutcome,
      Instant openedAt,
      @Schema(description = "What the books do once it is settled") Booking booking,
      String note,
      String proposedBy,
      Instant proposedAt,
      String settledBy,
      Instant settledAt,
      Instant lapsedAt) {

    static View of(ReportDifference one) {
      return new View(
          one.id(),
          one.kind(),
          one.state(),
          one.ageDays(),
          one.partner(),
          one.instructionId(),
          one.awardId(),
          one.residentId(),
          one.toldOutcome(),
          one.toldOn(),
          one.toldCode(),
          one.toldAmountMinor(),
          one.knownOutcome(),
          one.openedAt(),
          one.booking(),
          one.note(),
          one.proposedBy(),
          one.proposedAt(),
          one.settledBy(),
          one.settledAt(),
          one.lapsedAt());
    }
  }

  @GET
  @Transactional
  @Operation(
      summary = "Lists where partners' words and the books disagree",
      description = "Only residents of the caller's territories, and unknown instructions.")
  public Page<View> list(
      @Parameter(description = "OPEN and PROPOSED when absent") @QueryParam("state")
          ReportDifference.State state,
      @QueryParam("partner") String partner,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            differences.list(
                new ReportDifferences.Query(
                    covered.ofCaller(),
                    Optional.ofNullable(partner),
                    Optional.ofNullable(state),
                    page.afterId(),
                    page.limit() + 1)),
            page.limit(),
            one -> one.id().toString());
    audit.readAll(
        "report-difference",
        found.items().stream()
            .map(ReportDifference::residentId)
            .filter(Objects::nonNull)
            .distinct()
            .toList());
    return found.map(View::of);
  }

  @POST
  @Path("{id}/proposal")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(summary = "Says how a difference was cleared up")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description = "Codes: not-now (with state); booking-does-not-fit")
  public Response propose(@PathParam("id") UUID id, @Valid @NotNull ProposalRequest request) {
    return answer(settleDifference.propose(id, request.bookingOrNone(), request.note()));
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Settles a difference",
      description =
          "By another person than proposed it. The books follow, if that was proposed; what was held"
              + " because of the difference is let go.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description =
          "Codes: same-person, not-now (with state); booking-overtaken, sent-again, passed-to-heirs")
  public Response approve(@PathParam("id") UUID id) {
    return answer(settleDifference.approve(id));
  }

  @POST
  @Path("{id}/refusal")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(summary = "Refuses how a difference was cleared up; it is open again")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(responseCode = "409", description = "Code not-now (with state)")
  public Response refuse(@PathParam("id") UUID id) {
    return answer(settleDifference.refuse(id));
  }

  private static Response answer(SettlementOutcome outcome) {
    return switch (outcome) {
      case SettlementOutcome.Done(var difference) -> Response.ok(View.of(difference)).build();
      case SettlementOutcome.NotFound() -> Problems.notFound().toResponse();
      case SettlementOutcome.SamePerson() ->
          Problems.conflict("same-person", "Whoever proposed it does not approve it").toResponse();
      case SettlementOutcome.CannotBook(var obstacle) ->
          Problems.conflict(obstacle.code(), obstacle.title()).toResponse();
      case SettlementOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "The difference is in another state")
              .with("state", state)
              .toResponse();
    };
  }
}
