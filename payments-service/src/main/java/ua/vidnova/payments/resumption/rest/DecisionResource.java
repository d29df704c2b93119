package ua.vidnova.payments.resumption.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.resumption.ApproveResumption;
import ua.vidnova.payments.resumption.Decision;
import ua.vidnova.payments.resumption.ProposeResumption;
import ua.vidnova.payments.resumption.RefuseResumption;
import ua.vidnova.payments.resumption.rest.ResumptionView.ConditionView;

/** Deciding on resumptions: one person proposes, another approves. */
@Path("v1/resumptions/{id}")
@Tag(name = "Resumptions", description = "Bringing stopped awards back")
@APIResponse(
    responseCode = "200",
    description = "Done; the resumption as it is now",
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ResumptionView.class)))
@APIResponse(responseCode = "404", description = "Not there, or not in your territories")
@APIResponse(
    responseCode = "409",
    description =
        "Codes: conditions-open (with openConditions), law-missing (with missing), same-person,"
            + " not-now (with state)")
@APIResponse(responseCode = "412", description = "It has changed since If-Match")
public class DecisionResource {

  private final ProposeResumption proposeResumption;
  private final ApproveResumption approveResumption;
  private final RefuseResumption refuseResumption;

  @Inject
  DecisionResource(
      ProposeResumption proposeResumption,
      ApproveResumption approveResumption,
      RefuseResumption refuseResumption) {
    this.proposeResumption = proposeResumption;
    this.approveResumption = approveResumption;
    this.refuseResumption = refuseResumption;
  }

  /** Why a resumption is refused. */
  @Schema(name = "RefusalRequest")
  public record RefusalRequest(
      @Schema(examples = "Особу не підтверджено: дата народження не збігається з паспортом.")
          @NotBlank(message = "Say why.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String reason) {}

  @POST
  @Path("proposal")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Proposes a resumption",
      description = "Fixes the derivation and puts it before a second person.")
  public Response propose(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(proposeResumption.propose(id, IfMatch.version(ifMatch)));
  }

  @POST
  @Path("approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Approves a proposal",
      description = "The award is resumed; its arrears are scheduled exactly as proposed.")
  public Response approve(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(approveResumption.approve(id, IfMatch.version(ifMatch)));
  }

  @POST
  @Path("refusal")
  @Idempotent
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(
      summary = "Refuses a resumption with a reason",
      description = "The award stays dormant; new facts about the resident open a new case.")
  public Response refuse(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull RefusalRequest refusal) {
    return answer(refuseResumption.refuse(id, refusal.reason().strip(), IfMatch.version(ifMatch)));
  }

  private static Response answer(Decision decision) {
    return switch (decision) {
      case Decision.Done(var file) ->
          Response.ok(ResumptionView.of(file))
              .tag(IfMatch.tagOf(file.resumption().version()))
              .build();
      case Decision.NotFound() -> Problems.notFound().toResponse();
      case Decision.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case Decision.NotNow(var state) ->
          Problems.conflict("not-now", "The resumption's state does not allow this step")
              .with("state", state)
              .toResponse();
      case Decision.ConditionsOpen(var conditions) ->
          Problems.conflict("conditions-open", "Something is still missing")
              .with("openConditions", conditions.stream().map(ConditionView::of).toList())
              .toResponse();
      case Decision.LawMissing(var gaps) ->
          Problems.conflict("law-missing", "Values of law that this needs are not loaded")
              .withDetail("An administrator proposes them at v1/law-values, another approves.")
              .with("missing", gaps)
              .toResponse();
      case Decision.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another approver must decide.")
              .toResponse();
    };
  }
}
