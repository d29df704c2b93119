package ua.vidnova.payments.suspension.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.award.SuspensionGround;
import ua.vidnova.payments.reach.CoveredSettlements;
import ua.vidnova.payments.suspension.ReopenCase;
import ua.vidnova.payments.suspension.StateSuspension;
import ua.vidnova.payments.suspension.SuspensionOutcome;
import ua.vidnova.payments.suspension.Suspensions;
import ua.vidnova.payments.suspension.Suspensions.Suspension;

/** Suspending awards of people in the caller's territories, and having them looked at anew. */
@Path("v1")
@Tag(name = "Suspensions", description = "Payment that the law stops for a while")
public class SuspensionResource {

  private final StateSuspension stateSuspension;
  private final ReopenCase reopenCase;
  private final Suspensions suspensions;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  SuspensionResource(
      StateSuspension stateSuspension,
      ReopenCase reopenCase,
      Suspensions suspensions,
      CoveredSettlements covered,
      AuditTrail audit) {
    this.stateSuspension = stateSuspension;
    this.reopenCase = reopenCase;
    this.suspensions = suspensions;
    this.covered = covered;
    this.audit = audit;
  }

  /** Why an award is suspended. */
  @Schema(name = "SuspensionRequest")
  public record SuspensionRequest(
      @NotNull(message = "Say on which ground.") @Schema(examples = "OWN_REQUEST")
          SuspensionGround ground,
      @Size(max = 1000, message = "At most 1000 characters.")
          @Schema(examples = "Заява від 20.11.2026 № 17.")
          String note) {}

  /** One suspension, as payments staff see it. */
  @Schema(name = "Suspension")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SuspensionView(
      UUID id,
      UUID awardId,
      @Schema(description = "The person, as known now") UUID residentId,
      String settlement,
      SuspensionGround ground,
      @Schema(description = "The day from which nothing is paid") LocalDate suspendedOn,
      String note,
      String suspendedBy,
      Instant suspendedAt,
      @Schema(description = "Whether the award is still dormant because of it") boolean lasting) {

    static SuspensionView of(Suspension one) {
      return new SuspensionView(
          one.id(),
          one.awardId(),
          one.residentId(),
          one.settlement(),
          one.ground(),
          one.suspendedOn(),
          one.note(),
          one.suspendedBy(),
          one.suspendedAt(),
          one.lasting());
    }
  }

  @GET
  @Path("suspensions")
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "Lists what was suspended and why, oldest first")
  public Page<SuspensionView> list(
      @QueryParam("ground") SuspensionGround ground,
      @QueryParam("residentId") UUID residentId,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            suspensions.list(
                new Suspensions.Query(
                    Optional.ofNullable(ground),
                    Optional.ofNullable(residentId),
                    covered.ofCaller(),
                    page.afterId(),
                    page.limit() + 1)),
            page.limit(),
            one -> one.id().toString());
    audit.readAll("suspension", found.items().stream().map(Suspension::residentId).toList());
    return found.map(SuspensionView::of);
  }

  @POST
  @Path("awards/{id}/suspension")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Suspends an award on a ground that an officer states",
      description =
          "RESIDENCE_ABROAD, OWN_REQUEST or FALSE_DOCUMENTS; the other grounds follow from what is"
              + " recorded elsewhere. What was due stays owed.")
  @APIResponse(responseCode = "204", description = "Suspended")
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(responseCode = "409", description = "Code not-now: it is not paid (with state)")
  @APIResponse(responseCode = "422", description = "Code not-stated: another record tells of it")
  public Response suspend(@PathParam("id") UUID id, @Valid @NotNull SuspensionRequest request) {
    return answer(stateSuspension.suspend(id, request.ground(), request.note()), null);
  }

  @POST
  @Path("awards/{id}/restoration")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Opens a case to have a suspended award paid again",
      description = "As with every case, one person proposes and another approves.")
  @APIResponse(responseCode = "201", description = "Opened; Location is the resumption")
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description = "Codes: not-now (with state), case-open: one is open already")
  public Response restore(@PathParam("id") UUID id, @Context UriInfo uri) {
    return answer(reopenCase.reopen(id), uri);
  }

  private static Response answer(SuspensionOutcome outcome, UriInfo uri) {
    return switch (outcome) {
      case SuspensionOutcome.Suspended done -> Response.noContent().build();
      case SuspensionOutcome.Reopened(var resumptionId) ->
          Response.created(
                  uri.getBaseUriBuilder()
                      .path("v1/resumptions")
                      .path(resumptionId.toString())
                      .build())
              .build();
      case SuspensionOutcome.NotFound() -> Problems.notFound().toResponse();
      case SuspensionOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "The award's state does not allow this")
              .with("state", state)
              .toResponse();
      case SuspensionOutcome.AlreadyOpen() ->
          Problems.conflict("case-open", "A resumption of this award is open already").toResponse();
      case SuspensionOutcome.GroundNotStated() ->
          Problems.invalid("ground", "not-stated", "This ground follows from another record.")
              .toResponse();
    };
  }
}
