package ua.vidnova.payments.cashcollection.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.cashcollection.CollectionsOfCaller;
import ua.vidnova.payments.cashcollection.DecideDelegation;
import ua.vidnova.payments.cashcollection.Delegation;
import ua.vidnova.payments.cashcollection.DelegationOutcome;

/** Who may collect cash for a settlement; callers see those of their territories. */
@Path("v1/delegations")
@Tag(name = "Cash collection", description = "Officials who collect cash where no bank works")
@APIResponse(responseCode = "404", description = "Not there, or not in your territories")
@APIResponse(
    responseCode = "409",
    description = "Codes: same-person, overlaps-another, not-now (with state)")
@APIResponse(responseCode = "412", description = "It has changed since If-Match")
public class DelegationResource {

  private final DecideDelegation decide;
  private final CollectionsOfCaller delegations;

  @Inject
  DelegationResource(DecideDelegation decide, CollectionsOfCaller delegations) {
    this.decide = decide;
    this.delegations = delegations;
  }

  /** A delegation as it is proposed. */
  @Schema(name = "DelegationRequest")
  public record DelegationRequest(
      @NotBlank(message = "Say where.") @Schema(examples = "UA44020010010037242") String settlement,
      @NotNull(message = "Say for whom.") Delegation.Reach reach,
      @NotNull(message = "Say what the official is.") Delegation.Office office,
      @NotBlank(message = "Say who.") @Size(min = 3, max = 200, message = "3 to 200 characters.")
          String officialName,
      @NotBlank(message = "Say of which body.")
          @Schema(description = "ЄДРПОУ of the official's body", examples = "04335648")
          String organisation,
      @NotBlank(message = "Say by which act.")
          @Size(min = 3, max = 300, message = "3 to 300 characters.")
          @Schema(examples = "Розпорядження начальника ОВА від 20.11.2026 № 145")
          String act,
      @NotNull(message = "Say from when.") LocalDate validFrom,
      @Schema(description = "First day on which it no longer holds")
          @NotNull(message = "Say until when.")
          LocalDate validTo) {

    Delegation.Terms terms() {
      return new Delegation.Terms(
          settlement.strip(),
          reach,
          office,
          officialName.strip(),
          organisation.strip(),
          act.strip(),
          validFrom,
          validTo);
    }
  }

  /** A delegation as staff see it. */
  @Schema(name = "Delegation")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DelegationView(
      UUID id,
      String settlement,
      Delegation.Reach reach,
      Delegation.Office office,
      String officialName,
      String organisation,
      String act,
      LocalDate validFrom,
      @Schema(description = "First day on which it no longer holds") LocalDate validTo,
      Delegation.State state,
      String proposedBy,
      String approvedBy,
      String endedBy) {

    static DelegationView of(Delegation one) {
      var terms = one.terms();
      return new DelegationView(
          one.id(),
          terms.settlement(),
          terms.reach(),
          terms.office(),
          terms.officialName(),
          terms.organisation(),
          terms.act(),
          terms.validFrom(),
          terms.validTo(),
          one.state(),
          one.proposedBy(),
          one.approvedBy(),
          one.endedBy());
    }
  }

  @GET
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Lists delegations, newest first")
  public Page<DelegationView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    return Page.of(
            delegations.listDelegations(page.afterId(), page.limit() + 1),
            page.limit(),
            one -> one.id().toString())
        .map(DelegationView::of);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(
      summary = "Shows a delegation",
      description = "The ETag is the version that If-Match expects.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DelegationView.class)))
  public Response show(@PathParam("id") UUID id) {
    return delegations
        .findDelegation(id)
        .map(one -> answer(one, 200))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(summary = "Proposes that an official collects cash for a settlement's residents")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = DelegationView.class)))
  @APIResponse(
      responseCode = "422",
      description = "Codes: unknown (settlement), edrpou, ends-too-early, in-past")
  public Response propose(@Valid @NotNull DelegationRequest request) {
    return answer(decide.propose(request.terms()), 201);
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(summary = "Approves a delegation that another person proposed")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DelegationView.class)))
  public Response approve(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(decide.approve(id, IfMatch.version(ifMatch)), 200);
  }

  @POST
  @Path("{id}/end")
  @Idempotent
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(
      summary = "Ends a delegation at once, or withdraws one that was proposed",
      description = "What was taken out under it is still to be handed out or brought back.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DelegationView.class)))
  public Response end(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(decide.end(id, IfMatch.version(ifMatch)), 200);
  }

  private static Response answer(DelegationOutcome outcome, int status) {
    return switch (outcome) {
      case DelegationOutcome.Done(var now) -> answer(now, status);
      case DelegationOutcome.NotFound() -> Problems.notFound().toResponse();
      case DelegationOutcome.NotAcceptable(var field, var code, var message) ->
          Problems.invalid(field, code, message).toResponse();
      case DelegationOutcome.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another approver must decide.")
              .toResponse();
      case DelegationOutcome.OverlapsAnother() ->
          Problems.conflict("overlaps-another", "Another official is approved for those days")
              .withDetail("End that delegation first.")
              .toResponse();
      case DelegationOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "The delegation's state does not allow this step")
              .with("state", state)
              .toResponse();
      case DelegationOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
    };
  }

  private static Response answer(Delegation one, int status) {
    return Response.status(status)
        .entity(DelegationView.of(one))
        .tag(IfMatch.tagOf(one.version()))
        .build();
  }
}
