package ua.vidnova.payments.correction.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
import ua.vidnova.payments.correction.AwardCorrection;
import ua.vidnova.payments.correction.CorrectionOutcome;
import ua.vidnova.payments.correction.Corrections;
import ua.vidnova.payments.correction.DecideCorrection;
import ua.vidnova.payments.correction.StateCorrection;
import ua.vidnova.payments.reach.Reader;
import ua.vidnova.payments.recalculation.rest.RecalculationView.Found;

/** The Pension Fund's corrections of awards that it had told. */
@Path("v1/award-corrections")
@Tag(name = "Award corrections", description = "Facts that differ from those of the imported list")
public class AwardCorrectionResource {

  private static final String SCOPE = "payments.awards:write";

  private final StateCorrection stateCorrection;
  private final DecideCorrection decideCorrection;
  private final Corrections corrections;
  private final Reader reader;
  private final AuditTrail audit;

  @Inject
  AwardCorrectionResource(
      StateCorrection stateCorrection,
      DecideCorrection decideCorrection,
      Corrections corrections,
      Reader reader,
      AuditTrail audit) {
    this.stateCorrection = stateCorrection;
    this.decideCorrection = decideCorrection;
    this.corrections = corrections;
    this.reader = reader;
    this.audit = audit;
  }

  /** All facts of a pension as they are now known, and why they are others. */
  @Schema(name = "AwardCorrectionRequest")
  public record StatementRequest(
      @Schema(examples = "1873412342", description = "By which the award was told")
          @NotNull(message = "Say whose award.")
          @Pattern(regexp = "\\d{10}", message = "Ten digits.")
          String rnokpp,
      @Schema(examples = "Уточнено страховий стаж за архівною довідкою від 12.11.2026 № 31")
          @NotBlank(message = "Say why.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String reason,
      @NotNull(message = "Say what is known.") @Valid FactsView facts) {

    @Override
    public String toString() {
      return "StatementRequest[withheld]";
    }
  }

  /** Why it is refused. */
  @Schema(name = "AwardCorrectionRefusal")
  public record Refusal(
      @NotBlank(message = "Say why.") @Size(max = 1000, message = "At most 1000 characters.")
          String reason) {}

  /** A correction as its organisation and payments staff see it. */
  @Schema(name = "AwardCorrection")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CorrectionView(
      UUID id,
      UUID awardId,
      AwardCorrection.State state,
      String reason,
      FactsView facts,
      @Schema(description = "What was known when it was stated") FactsView formerFacts,
      @Schema(description = "What it would change of months already made; while it is proposed")
          Found preview,
      String statedBy,
      Instant statedAt,
      String decidedBy,
      Instant decidedAt,
      String refusalReason) {}

  @POST
  @Idempotent
  @PermissionsAllowed(SCOPE)
  @Operation(
      summary = "States other facts of an award that one had told",
      description =
          "All facts as they are now known, whatever differs. An approver decides; of months already"
              + " made a rise is paid in addition, and a fall is put before people.")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(responseCode = "404", description = "You have told no award of this number")
  @APIResponse(
      responseCode = "409",
      description = "Codes: nothing-differs, another-proposed, award-stopped")
  @APIResponse(responseCode = "422", description = "A fact cannot be")
  public Response state(@Valid @NotNull StatementRequest request) {
    return answer(
        stateCorrection.state(
            reader.partner(), request.rnokpp(), request.reason().strip(), request.facts().facts()),
        201);
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Makes the stated facts the award's",
      description = "Nothing that was made is rewritten: differences are added.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description =
          "Codes: same-person, not-now (with state), award-stopped, case-proposed, law-missing")
  public Response approve(@PathParam("id") UUID id) {
    return answer(decideCorrection.approve(id), 200);
  }

  @POST
  @Path("{id}/refusal")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(summary = "Refuses the stated facts; the award stays as it is")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(responseCode = "409", description = "Code: not-now (with state)")
  public Response refuse(@PathParam("id") UUID id, @Valid @NotNull Refusal refusal) {
    return answer(decideCorrection.refuse(id, refusal.reason().strip()), 200);
  }

  @GET
  @Path("{id}")
  @Authenticated
  @Transactional
  @Operation(
      summary = "Shows a correction, and what it would change",
      description = "Partners see their own only, staff those of people in their territories.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not yours to see")
  public Response show(@PathParam("id") UUID id) {
    return corrections
        .find(id, reader.organisationFor(SCOPE))
        .map(
            found -> {
              audit.readAll("award-correction", corrections.residentsOf(List.of(found)));
              var preview = corrections.preview(found).map(Found::of).orElse(null);
              return Response.ok(view(found, preview)).build();
            })
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Authenticated
  @Transactional
  @Operation(summary = "Lists corrections, oldest first")
  @APIResponse(responseCode = "200")
  public Page<CorrectionView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            corrections.list(
                reader.organisationFor(SCOPE),
                page.afterId().orElse(new UUID(0, 0)),
                page.limit() + 1),
            page.limit(),
            one -> one.id().toString());
    audit.readAll("award-correction", corrections.residentsOf(found.items()));
    return found.map(one -> view(one, null));
  }

  private CorrectionView view(AwardCorrection one, Found preview) {
    return new CorrectionView(
        one.id(),
        one.awardId(),
        one.state(),
        one.reason(),
        FactsView.of(corrections.stated(one)),
        FactsView.of(corrections.former(one)),
        preview,
        one.statedBy(),
        one.statedAt(),
        one.decidedBy(),
        one.decidedAt(),
        one.refusalReason());
  }

  private Response answer(CorrectionOutcome outcome, int done) {
    return switch (outcome) {
      case CorrectionOutcome.Done(var correction) ->
          Response.status(done).entity(view(correction, null)).build();
      case CorrectionOutcome.NotFound() -> Problems.notFound().toResponse();
      case CorrectionOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "It was decided before").with("state", state).toResponse();
      case CorrectionOutcome.SamePerson() ->
          Problems.conflict("same-person", "Who stated it cannot approve it").toResponse();
      case CorrectionOutcome.Faulty(var field, var code, var message) ->
          Problems.invalid(field, code, message).toResponse();
      case CorrectionOutcome.Refused(var obstacle) ->
          Problems.conflict(obstacle.code(), obstacle.title()).toResponse();
    };
  }
}
