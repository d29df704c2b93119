package ua.vidnova.payments.partner.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.partner.ChangeOutcome;
import ua.vidnova.payments.partner.ChangeProfile;
import ua.vidnova.payments.partner.ProfileProposal;
import ua.vidnova.payments.resident.Channel;

/** Changes of partners' profiles: one administrator proposes, another decides. */
@Path("v1/partner-changes")
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Partners", description = "What was agreed with each bank and with the post")
public class PartnerChangeResource {

  private static final UUID NEWEST = new UUID(-1, -1);

  private final ChangeProfile changeProfile;

  @Inject
  PartnerChangeResource(ChangeProfile changeProfile) {
    this.changeProfile = changeProfile;
  }

  /** The whole profile as it is to be; of a partner that is not there yet, a new one. */
  @Schema(name = "PartnerChangeRequest")
  public record ChangeRequest(
      @Schema(examples = "00032129", description = "ЄДРПОУ")
          @NotNull(message = "Say which partner.")
          @Pattern(regexp = "\\d{8}", message = "Eight digits.")
          String edrpou,
      @NotNull(message = "Say which channel.") Channel channel,
      @NotNull(message = "Say how it is to be.") @Valid AgreementView agreement) {}

  /** A change as administrators and auditors see it. */
  @Schema(name = "PartnerChange")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChangeView(
      UUID id,
      String edrpou,
      Channel channel,
      ProfileProposal.State state,
      @Schema(implementation = Object.class, description = "The profile as it is to be")
          @JsonRawValue
          String agreement,
      String proposedBy,
      Instant proposedAt,
      String decidedBy,
      Instant decidedAt) {

    static ChangeView of(ProfileProposal proposal) {
      return new ChangeView(
          proposal.id(),
          proposal.edrpou(),
          proposal.channel(),
          proposal.state(),
          proposal.content(),
          proposal.proposedBy(),
          proposal.proposedAt(),
          proposal.decidedBy(),
          proposal.decidedAt());
    }
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
  @Operation(summary = "Lists changes of profiles, newest first")
  public Page<ChangeView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    return Page.of(
            ProfileProposal.listBefore(page.afterId().orElse(NEWEST), page.limit() + 1),
            page.limit(),
            proposal -> proposal.id().toString())
        .map(ChangeView::of);
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Proposes a partner's profile",
      description =
          "Whose account money leaves from, how a bank reports, what its words mean. Nothing changes"
              + " until another administrator approves.")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChangeView.class)))
  @APIResponse(responseCode = "422", description = "Something in it cannot be")
  public Response propose(@Valid @NotNull ChangeRequest request) {
    return answer(
        changeProfile.propose(request.edrpou(), request.channel(), request.agreement().agreement()),
        201);
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @Operation(
      summary = "Applies a profile that another administrator proposed",
      description = "What it was before is kept; what was taken over stays as it was judged.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChangeView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  @APIResponse(
      responseCode = "409",
      description =
          "Codes: same-person; not-now (with state); changed-meanwhile: propose it anew from what it"
              + " is now")
  @APIResponse(responseCode = "422", description = "Something in it cannot be by now")
  public Response approve(@PathParam("id") UUID id) {
    return answer(changeProfile.approve(id), 200);
  }

  @POST
  @Path("{id}/refusal")
  @Idempotent
  @Operation(summary = "Refuses a change, or withdraws one's own")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ChangeView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  @APIResponse(responseCode = "409", description = "Code: not-now (with state)")
  public Response refuse(@PathParam("id") UUID id) {
    return answer(changeProfile.refuse(id), 200);
  }

  private static Response answer(ChangeOutcome outcome, int done) {
    return switch (outcome) {
      case ChangeOutcome.Done(var proposal) ->
          Response.status(done).entity(ChangeView.of(proposal)).build();
      case ChangeOutcome.Faulty(var faults) ->
          Problems.invalid(
                  faults.stream()
                      .map(one -> new FieldError(one.field(), one.code(), one.message()))
                      .toList())
              .toResponse();
      case ChangeOutcome.NotFound() -> Problems.notFound().toResponse();
      case ChangeOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "It was decided before").with("state", state).toResponse();
      case ChangeOutcome.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another administrator must decide.")
              .toResponse();
      case ChangeOutcome.ChangedMeanwhile() ->
          Problems.conflict("changed-meanwhile", "The profile has changed since this was proposed")
              .withDetail("Propose it anew from what it is now.")
              .toResponse();
    };
  }
}
