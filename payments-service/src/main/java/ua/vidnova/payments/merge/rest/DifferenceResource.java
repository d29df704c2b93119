package ua.vidnova.payments.merge.rest;

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
import java.time.YearMonth;
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
import ua.vidnova.payments.merge.Differences;
import ua.vidnova.payments.merge.Differences.Difference;
import ua.vidnova.payments.merge.SettleHeirsPaid;
import ua.vidnova.payments.merge.SettleHeirsPaid.Booking;
import ua.vidnova.payments.reach.CoveredSettlements;

/** Differences of awards, and settling months that heirs have; of the caller's territories only. */
@Path("v1/differences")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Differences", description = "What merged records brought to light")
public class DifferenceResource {

  private final Differences differences;
  private final SettleHeirsPaid settleHeirsPaid;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  DifferenceResource(
      Differences differences,
      SettleHeirsPaid settleHeirsPaid,
      CoveredSettlements covered,
      AuditTrail audit) {
    this.differences = differences;
    this.settleHeirsPaid = settleHeirsPaid;
    this.covered = covered;
    this.audit = audit;
  }

  /** How a month that heirs have was cleared up. */
  @Schema(name = "HeirsPaidProposal")
  public record ProposalRequest(
      @Schema(examples = "Спадкоємці повернули кошти, довідка банку від 24.11.2026.")
          @NotBlank(message = "Say how it was cleared up.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String note,
      @Schema(
              description =
                  "NONE: the month stays with the heirs; OWED_AGAIN: it is owed to the person, and"
                      + " what heirs were not paid of it falls away")
          @NotNull(message = "Say what the books do.")
          Booking booking) {}

  /** A difference as payments staff see it. */
  @Schema(name = "Difference")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DifferenceView(
      UUID id,
      Differences.Kind kind,
      Differences.State state,
      @Schema(description = "The person, as known now") UUID residentId,
      @Schema(description = "The award from which nothing is paid, or that paid the second time")
          UUID awardId,
      @Schema(description = "The award that is paid instead, or paid first") UUID otherAwardId,
      @Schema(examples = "2026-11", implementation = String.class) YearMonth month,
      @Schema(
              examples = "346025",
              description = "Kopiykas; with PAID_TWICE, AMOUNT_FELL and HEIRS_PAID")
          Long amountMinor,
      String currency,
      Instant openedAt,
      @Schema(description = "What the books do once it is settled; with HEIRS_PAID")
          Booking booking,
      String note,
      String proposedBy,
      Instant proposedAt,
      String settledBy,
      Instant settledAt,
      Instant lapsedAt) {

    static DifferenceView of(Difference one) {
      return new DifferenceView(
          one.id(),
          one.kind(),
          one.state(),
          one.residentId(),
          one.awardId(),
          one.otherAwardId(),
          one.month(),
          one.amountMinor(),
          one.currency(),
          one.openedAt(),
          one.kind() == Differences.Kind.HEIRS_PAID ? one.settlement().booking() : null,
          one.settlement().note(),
          one.settlement().proposedBy(),
          one.settlement().proposedAt(),
          one.settlement().settledBy(),
          one.settlement().settledAt(),
          one.lapsedAt());
    }
  }

  @GET
  @Transactional
  @Operation(
      summary = "Lists what merged records brought to light and people have to settle",
      description =
          "A second award of one programme, from which nothing is paid; a record of death or"
              + " disappearance; a month that was paid twice before the records were known to be of"
              + " one person; a month that a later derivation cut, or that heirs have of somebody"
              + " who lives.")
  public Page<DifferenceView> list(
      @Parameter(description = "OPEN and PROPOSED when absent") @QueryParam("state")
          Differences.State state,
      @QueryParam("residentId") UUID residentId,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            differences.list(
                new Differences.Query(
                    Optional.ofNullable(state),
                    Optional.ofNullable(residentId),
                    covered.ofCaller(),
                    page.afterId(),
                    page.limit() + 1)),
            page.limit(),
            one -> one.id().toString());
    audit.readAll(
        "difference", found.items().stream().map(Difference::residentId).distinct().toList());
    return found.map(DifferenceView::of);
  }

  @POST
  @Path("{id}/proposal")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(summary = "Says how a month that heirs have was cleared up")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DifferenceView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(responseCode = "409", description = "Codes: not-settled-here, not-now (with state)")
  public Response propose(@PathParam("id") UUID id, @Valid @NotNull ProposalRequest request) {
    return answer(settleHeirsPaid.propose(id, request.booking(), request.note().strip()));
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Settles a month that heirs have",
      description = "By another person than proposed it. The books follow what was proposed.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DifferenceView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description =
          "Codes: same-person, heirs-on-their-way, not-settled-here, not-now (with state)")
  public Response approve(@PathParam("id") UUID id) {
    return answer(settleHeirsPaid.approve(id));
  }

  @POST
  @Path("{id}/refusal")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(summary = "Refuses how a month was cleared up; the difference is open again")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DifferenceView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(responseCode = "409", description = "Codes: not-settled-here, not-now (with state)")
  public Response refuse(@PathParam("id") UUID id) {
    return answer(settleHeirsPaid.refuse(id));
  }

  private static Response answer(SettleHeirsPaid.Outcome outcome) {
    return switch (outcome) {
      case SettleHeirsPaid.Outcome.Done(var difference) ->
          Response.ok(DifferenceView.of(difference)).build();
      case SettleHeirsPaid.Outcome.NotFound() -> Problems.notFound().toResponse();
      case SettleHeirsPaid.Outcome.NotHere() ->
          Problems.conflict("not-settled-here", "A difference of this kind lapses by itself")
              .toResponse();
      case SettleHeirsPaid.Outcome.NotNow(var state) ->
          Problems.conflict("not-now", "The difference is in another state")
              .with("state", state)
              .toResponse();
      case SettleHeirsPaid.Outcome.SamePerson() ->
          Problems.conflict("same-person", "Whoever proposed it does not approve it").toResponse();
      case SettleHeirsPaid.Outcome.OnItsWay() ->
          Problems.conflict("heirs-on-their-way", "A payment to an heir has no outcome yet")
              .toResponse();
    };
  }
}
