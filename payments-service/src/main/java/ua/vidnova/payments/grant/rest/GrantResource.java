package ua.vidnova.payments.grant.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
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
import ua.vidnova.payments.grant.DecideGrant;
import ua.vidnova.payments.grant.GrantDecision;
import ua.vidnova.payments.grant.GrantFile;
import ua.vidnova.payments.grant.GrantFiles;
import ua.vidnova.payments.grant.GrantState;
import ua.vidnova.payments.grant.Proposal;
import ua.vidnova.payments.grant.ProposeGrant;
import ua.vidnova.payments.grant.rest.GrantView.ConditionView;
import ua.vidnova.payments.reach.CoveredSettlements;

/** Granting aid: an officer proposes, another person decides. */
@Path("v1/grants")
@Tag(name = "Grants", description = "Aid to residents whom no list of the Pension Fund names")
public class GrantResource {

  private final ProposeGrant proposeGrant;
  private final DecideGrant decideGrant;
  private final GrantFiles files;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  GrantResource(
      ProposeGrant proposeGrant,
      DecideGrant decideGrant,
      GrantFiles files,
      CoveredSettlements covered,
      AuditTrail audit) {
    this.proposeGrant = proposeGrant;
    this.decideGrant = decideGrant;
    this.files = files;
    this.covered = covered;
    this.audit = audit;
  }

  /** Why a grant is refused. */
  @Schema(name = "GrantRefusalRequest")
  public record RefusalRequest(
      @Schema(examples = "Особа перебуває на обліку ВПО в іншій громаді.")
          @NotBlank(message = "Say why.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String reason) {}

  @GET
  @Transactional
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Lists grants, oldest first")
  public Page<GrantView> list(
      @QueryParam("residentId") UUID residentId,
      @QueryParam("state") GrantState state,
      @QueryParam("programme") String programme,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            files.list(
                new GrantFiles.Query(
                    Optional.ofNullable(residentId),
                    Optional.ofNullable(state),
                    Optional.ofNullable(programme),
                    covered.ofCaller(),
                    page.afterId(),
                    page.limit() + 1)),
            page.limit(),
            file -> file.grant().id().toString());
    var views = found.map(GrantView::of);
    audit.readAll("grant", found.items().stream().map(file -> file.grant().residentId()).toList());
    return views;
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(
      summary = "Shows a grant with its open conditions",
      description = "The ETag is the version that If-Match expects.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response show(@PathParam("id") UUID id) {
    return files
        .find(id)
        .map(
            file -> {
              var answer = ok(file, 200);
              audit.read("grant", id, file.grant().residentId());
              return answer;
            })
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Proposes a grant",
      description = "What is still missing is listed; it may be approved once nothing is.")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantView.class)))
  @APIResponse(responseCode = "409", description = "Code: granted-before")
  @APIResponse(responseCode = "422", description = "Unknown programme, category or resident")
  public Response propose(@Valid @NotNull GrantRequest request) {
    if (request.namesAPaperTwice()) {
      return Problems.invalid("papers", "repeated", "Name each kind once.").toResponse();
    }
    return switch (proposeGrant.propose(request.toUseCase())) {
      case Proposal.Made(var file) -> ok(file, 201);
      case Proposal.Unacceptable(var field, var code, var message) ->
          Problems.invalid(field, code, message).toResponse();
      case Proposal.GrantedBefore() ->
          Problems.conflict("granted-before", "The same was granted or proposed before")
              .toResponse();
    };
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Approves a grant",
      description = "It becomes an award; what is paid once is due in this month.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "Codes: conditions-open (with openConditions), same-person, not-now (with state)")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  public Response approve(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(decideGrant.approve(id, IfMatch.version(ifMatch)));
  }

  @POST
  @Path("{id}/refusal")
  @Idempotent
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(summary = "Refuses a grant with a reason, or withdraws one's own")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantView.class)))
  @APIResponse(responseCode = "409", description = "Code: not-now (with state)")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  public Response refuse(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull RefusalRequest refusal) {
    return answer(decideGrant.refuse(id, refusal.reason().strip(), IfMatch.version(ifMatch)));
  }

  private static Response answer(GrantDecision decision) {
    return switch (decision) {
      case GrantDecision.Done(var file) -> ok(file, 200);
      case GrantDecision.NotFound() -> Problems.notFound().toResponse();
      case GrantDecision.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case GrantDecision.NotNow(var state) ->
          Problems.conflict("not-now", "It was decided before").with("state", state).toResponse();
      case GrantDecision.ConditionsOpen(var conditions) ->
          Problems.conflict("conditions-open", "Something is still missing")
              .with("openConditions", conditions.stream().map(ConditionView::of).toList())
              .toResponse();
      case GrantDecision.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another approver must decide.")
              .toResponse();
    };
  }

  private static Response ok(GrantFile file, int status) {
    return Response.status(status)
        .entity(GrantView.of(file))
        .tag(IfMatch.tagOf(file.grant().version()))
        .build();
  }
}
