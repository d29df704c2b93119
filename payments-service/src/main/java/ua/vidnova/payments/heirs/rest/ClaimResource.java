package ua.vidnova.payments.heirs.rest;

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
import ua.vidnova.payments.heirs.ClaimDecision;
import ua.vidnova.payments.heirs.ClaimFiles;
import ua.vidnova.payments.heirs.ClaimProposal;
import ua.vidnova.payments.heirs.ClaimState;
import ua.vidnova.payments.heirs.DecideClaim;
import ua.vidnova.payments.heirs.ProposeClaim;
import ua.vidnova.payments.heirs.rest.ClaimView.ConditionView;
import ua.vidnova.payments.reach.CoveredSettlements;

/** Claims of heirs: an officer proposes, another person decides. */
@Path("v1/heir-claims")
@Tag(name = "Heirs", description = "What was unpaid on death, and its way to the heirs")
public class ClaimResource {

  private final ProposeClaim proposeClaim;
  private final DecideClaim decideClaim;
  private final ClaimFiles files;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  ClaimResource(
      ProposeClaim proposeClaim,
      DecideClaim decideClaim,
      ClaimFiles files,
      CoveredSettlements covered,
      AuditTrail audit) {
    this.proposeClaim = proposeClaim;
    this.decideClaim = decideClaim;
    this.files = files;
    this.covered = covered;
    this.audit = audit;
  }

  /** Why a claim is refused. */
  @Schema(name = "ClaimRefusalRequest")
  public record RefusalRequest(
      @NotBlank(message = "Say why.") @Size(max = 1000, message = "At most 1000 characters.")
          String reason) {}

  @GET
  @Transactional
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Lists claims, oldest first")
  public Page<ClaimView> list(
      @Parameter(description = "Who died") @QueryParam("residentId") UUID residentId,
      @QueryParam("state") ClaimState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            files.list(
                new ClaimFiles.Query(
                    Optional.ofNullable(residentId),
                    Optional.ofNullable(state),
                    covered.ofCaller(),
                    page.afterId(),
                    page.limit() + 1)),
            page.limit(),
            file -> file.claim().id().toString());
    var views = found.map(ClaimView::of);
    audit.readAll(
        "heir-claim", found.items().stream().map(file -> file.claim().deceasedId()).toList());
    return views;
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Shows a claim with the heirs' parts and its open conditions")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClaimView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response show(@PathParam("id") UUID id) {
    return files
        .find(id)
        .map(
            file -> {
              var answer = Response.ok(ClaimView.of(file)).build();
              audit.read("heir-claim", id, file.claim().deceasedId());
              return answer;
            })
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Proposes to pass on all that was unpaid to somebody who died",
      description = "Whole kopiykas; those left over go to the largest remainders.")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClaimView.class)))
  @APIResponse(responseCode = "409", description = "Code: nothing-left")
  @APIResponse(responseCode = "422", description = "Unknown people, or parts that cannot be")
  public Response propose(@Valid @NotNull ClaimRequest request) {
    if (request.namesSomethingTwice()) {
      return Problems.invalid("heirs", "repeated", "Name each heir, and each paper, once.")
          .toResponse();
    }
    return switch (proposeClaim.propose(request.deceasedId(), request.basis(), request.shares())) {
      case ClaimProposal.Made(var file) -> Response.status(201).entity(ClaimView.of(file)).build();
      case ClaimProposal.Unacceptable(var field, var code, var message) ->
          Problems.invalid(field, code, message).toResponse();
      case ClaimProposal.NothingLeft() ->
          Problems.conflict("nothing-left", "Nothing is unpaid that is not claimed already")
              .toResponse();
    };
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Approves a claim",
      description = "Each part becomes an award of its heir, due in this month.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClaimView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "Codes: conditions-open (with openConditions), same-person, not-now (with state)")
  public Response approve(@PathParam("id") UUID id) {
    return answer(decideClaim.approve(id));
  }

  @POST
  @Path("{id}/refusal")
  @Idempotent
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(
      summary = "Refuses a claim with a reason, or withdraws one's own",
      description = "What it was for can be claimed anew.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClaimView.class)))
  @APIResponse(responseCode = "409", description = "Code: not-now (with state)")
  public Response refuse(@PathParam("id") UUID id, @Valid @NotNull RefusalRequest refusal) {
    return answer(decideClaim.refuse(id, refusal.reason().strip()));
  }

  private static Response answer(ClaimDecision decision) {
    return switch (decision) {
      case ClaimDecision.Done(var file) -> Response.ok(ClaimView.of(file)).build();
      case ClaimDecision.NotFound() -> Problems.notFound().toResponse();
      case ClaimDecision.NotNow(var state) ->
          Problems.conflict("not-now", "It was decided before").with("state", state).toResponse();
      case ClaimDecision.ConditionsOpen(var conditions) ->
          Problems.conflict("conditions-open", "Something is still missing")
              .with("openConditions", conditions.stream().map(ConditionView::of).toList())
              .toResponse();
      case ClaimDecision.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another approver must decide.")
              .toResponse();
    };
  }
}
