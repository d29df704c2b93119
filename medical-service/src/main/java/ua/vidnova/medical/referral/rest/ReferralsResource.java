package ua.vidnova.medical.referral.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.medical.referral.CloseReferral;
import ua.vidnova.medical.referral.Closing;
import ua.vidnova.medical.referral.FindOpenReferrals;
import ua.vidnova.medical.referral.OpenReferral;
import ua.vidnova.medical.referral.ReferralOutcome;
import ua.vidnova.medical.visit.Referral;

/** Who was sent where, and what became of it; for those whose trips lead to the person. */
@Path("v1/referrals")
@RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD})
@Tag(name = "Referrals", description = "Which are open, and what became of them")
public class ReferralsResource {

  private final CloseReferral closeReferral;
  private final FindOpenReferrals findOpenReferrals;

  @Inject
  ReferralsResource(CloseReferral closeReferral, FindOpenReferrals findOpenReferrals) {
    this.closeReferral = closeReferral;
    this.findOpenReferrals = findOpenReferrals;
  }

  /** What became of a referral, as it is sent. */
  @Schema(name = "ReferralOutcomeRequest")
  public record OutcomeRequest(
      @NotNull(message = "Say what became of it.") ReferralOutcome.Kind kind,
      @NotNull(message = "Say on which day.")
          @Schema(description = "Kyiv's date, not before the visit")
          LocalDate on,
      @Size(max = 1000, message = "At most 1000 characters.")
          @Schema(examples = "Оглянув кардіолог, лікування змінено.")
          String note) {

    ReferralOutcome.Said said() {
      return new ReferralOutcome.Said(
          kind, on, note == null || note.isBlank() ? null : note.strip());
    }
  }

  /** What became of a referral, as it is kept. */
  @Schema(name = "ReferralOutcome")
  record OutcomeView(
      UUID id,
      ReferralOutcome.Kind kind,
      LocalDate on,
      String note,
      @Schema(description = "The name of who said it") String recordedBy,
      Instant recordedAt) {

    static OutcomeView of(ReferralOutcome outcome) {
      return new OutcomeView(
          outcome.id(),
          outcome.kind(),
          outcome.on(),
          outcome.note().orElse(null),
          outcome.recordedByName(),
          outcome.recordedAt());
    }
  }

  @GET
  @Operation(
      summary = "Lists open referrals of the people on your trips' way, oldest first",
      description = "Whom, where to and since when; why only the visit tells.")
  @APIResponse(responseCode = "200", description = "One page of the list")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read")
  public Page<OpenReferral> list(
      @Parameter(description = "KATOTTG code, of any level, of where people live")
          @QueryParam("territory")
          String territory,
      @QueryParam("kind") Referral.Kind kind,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    if (territory != null && Territories.ukraine().find(territory).isEmpty()) {
      throw new ProblemException(
          Problems.badParameter("territory", "unknown", "Use a code of the KATOTTG."));
    }
    return findOpenReferrals.list(
        Optional.ofNullable(territory), Optional.ofNullable(kind), PageRequest.of(limit, after));
  }

  @POST
  @Path("{id}/outcome")
  @Idempotent
  @Operation(
      summary = "Says what became of a referral",
      description =
          "The id is the referral's in any revision of the visit. An open one is closed by any"
              + " outcome; after DECLINED or NOT_POSSIBLE another may follow, after COMPLETED or"
              + " NOT_NEEDED none. Who says the same again is answered 200.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = OutcomeView.class)))
  @APIResponse(responseCode = "200", description = "You had said the same before")
  @APIResponse(responseCode = "404", description = "Not there, or the person is out of your reach")
  @APIResponse(
      responseCode = "409",
      description =
          "referral-closed (with outcome); referral-withdrawn: the visit was withdrawn, or"
              + " corrected and makes it no more")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response close(@PathParam("id") UUID id, @NotNull @Valid OutcomeRequest request) {
    return switch (closeReferral.close(id, request.said())) {
      case Closing.Done(var outcome, var isNew) ->
          Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
              .entity(OutcomeView.of(outcome))
              .build();
      case Closing.NotFound() -> Problems.notFound().toResponse();
      case Closing.Withdrawn() ->
          Problems.conflict("referral-withdrawn", "The visit no longer makes this referral")
              .toResponse();
      case Closing.ClosedBefore(var last) ->
          Problems.conflict("referral-closed", "What became of it was said before")
              .with("outcome", last)
              .toResponse();
      case Closing.Unacceptable(var errors) -> Problems.invalid(errors).toResponse();
    };
  }
}
