package ua.vidnova.payments.channel.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.channel.PaymentPreference;
import ua.vidnova.payments.channel.PaymentPreference.Recorded;
import ua.vidnova.payments.channel.PaymentPreference.Wish;
import ua.vidnova.payments.channel.PreferenceOutcome;
import ua.vidnova.payments.channel.StatePreference;
import ua.vidnova.payments.resident.Channel;

/** How a resident of the caller's territories wishes to be paid. */
@Path("v1/residents/{id}/payment-preference")
@Tag(name = "Payment preferences", description = "The resident's own word, before the registry's")
@APIResponse(responseCode = "404", description = "Not there, or not in your territories")
public class PreferenceResource {

  private final StatePreference statePreference;

  @Inject
  PreferenceResource(StatePreference statePreference) {
    this.statePreference = statePreference;
  }

  /** What the resident wishes. */
  @Schema(name = "PaymentPreferenceRequest")
  public record PreferenceRequest(
      @NotNull(message = "Say how.") Channel channel,
      @Size(max = 42, message = "At most 42 characters.")
          @Schema(
              examples = "UA21 3223 1300 0002 6007 2335 6600 1",
              description = "Needed with BANK; else an account to fall back on")
          String iban,
      @NotNull(message = "Say when they stated it.") @Schema(examples = "2026-11-20")
          LocalDate statedOn) {

    Wish wish() {
      return new Wish(channel, iban, statedOn);
    }

    @Override
    public String toString() {
      return "PreferenceRequest[" + channel + "]";
    }
  }

  /** What another person read in the statement. */
  @Schema(name = "AccountConfirmationRequest")
  public record ConfirmationRequest(
      @NotBlank(message = "Say which account you read in the statement.")
          @Size(max = 42, message = "At most 42 characters.")
          @Schema(examples = "UA21 3223 1300 0002 6007 2335 6600 1")
          String iban) {

    @Override
    public String toString() {
      return "ConfirmationRequest[]";
    }
  }

  /** A wish whose account waits for another person. */
  @Schema(name = "ProposedPaymentPreference")
  public record ProposedView(
      Channel channel, String iban, LocalDate statedOn, String proposedBy, Instant proposedAt) {

    static ProposedView of(Recorded said) {
      var wish = said.wish();
      return new ProposedView(wish.channel(), wish.iban(), wish.statedOn(), said.by(), said.at());
    }

    @Override
    public String toString() {
      return "ProposedView[" + channel + "]";
    }
  }

  /** What stands, unless there is but a proposal, and what is proposed. */
  @Schema(name = "PaymentPreference")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PreferenceView(
      Channel channel,
      String iban,
      LocalDate statedOn,
      String recordedBy,
      Instant recordedAt,
      @Schema(description = "Who confirmed the account") String confirmedBy,
      @Schema(description = "Waits for another person; until then what stands holds")
          ProposedView proposed) {

    static PreferenceView of(PaymentPreference one) {
      var stands = one.standing();
      var wish = stands.map(Recorded::wish);
      return new PreferenceView(
          wish.map(Wish::channel).orElse(null),
          wish.map(Wish::iban).orElse(null),
          wish.map(Wish::statedOn).orElse(null),
          stands.map(Recorded::by).orElse(null),
          stands.map(Recorded::at).orElse(null),
          one.accountConfirmedBy(),
          one.proposed().map(ProposedView::of).orElse(null));
    }

    /** What the registry told of and another person confirmed. */
    static PreferenceView registered(String iban, String confirmedBy) {
      return new PreferenceView(Channel.BANK, iban, null, null, null, confirmedBy, null);
    }

    @Override
    public String toString() {
      return "PreferenceView[" + channel + "]";
    }
  }

  @GET
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(
      summary = "Shows how a resident told the payments office to pay them",
      description = "404 also when only the registry knows. The ETag is what If-Match expects.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PreferenceView.class)))
  public Response show(@PathParam("id") UUID residentId) {
    return statePreference
        .find(residentId)
        .map(one -> answer(one, 200))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @PUT
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Records how a resident wishes to be paid, in the place of an earlier wish",
      description =
          "The next run goes by it; where it does not work, another way is used and says why. With"
              + " an account that does not stand yet it is only proposed, until another person"
              + " confirms it; what stood before holds meanwhile.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = PreferenceView.class)))
  @APIResponse(responseCode = "201", description = "New")
  @APIResponse(responseCode = "202", description = "Its account waits for another person")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  @APIResponse(
      responseCode = "422",
      description = "Codes: iban-missing, iban (not a valid Ukrainian one), in-future")
  public Response state(
      @PathParam("id") UUID residentId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull PreferenceRequest request) {
    return answer(statePreference.state(residentId, request.wish(), IfMatch.version(ifMatch)));
  }

  @POST
  @Path("confirmation")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Confirms an account, as another person reads it in the statement",
      description =
          "One that was proposed, or else the one that the registry told of, which nobody confirms"
              + " who is a registrar too. From then on the next run goes by it. The same again"
              + " changes nothing.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PreferenceView.class)))
  @APIResponse(
      responseCode = "409",
      description = "Codes: same-person, accounts-disagree, nothing-proposed")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  @APIResponse(responseCode = "422", description = "Codes: iban (not a valid Ukrainian one)")
  public Response confirm(
      @PathParam("id") UUID residentId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull ConfirmationRequest request) {
    return answer(statePreference.confirm(residentId, request.iban(), IfMatch.version(ifMatch)));
  }

  @DELETE
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary =
          "Withdraws a preference, and one that is proposed; what the registry knows stands again")
  @APIResponse(responseCode = "204")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  public Response withdraw(
      @PathParam("id") UUID residentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(statePreference.withdraw(residentId, IfMatch.version(ifMatch)));
  }

  private static Response answer(PreferenceOutcome outcome) {
    return switch (outcome) {
      case PreferenceOutcome.Stated(var preference, var isNew) ->
          answer(preference, isNew ? 201 : 200);
      case PreferenceOutcome.Proposed(var preference) -> answer(preference, 202);
      case PreferenceOutcome.RegisteredStands(var iban, var by) ->
          Response.ok(PreferenceView.registered(iban, by)).build();
      case PreferenceOutcome.NothingProposed() ->
          Problems.conflict("nothing-proposed", "No account waits for another person").toResponse();
      case PreferenceOutcome.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot confirm")
              .withDetail("Another person must read the account in the statement.")
              .toResponse();
      case PreferenceOutcome.AccountsDisagree() ->
          Problems.conflict("accounts-disagree", "It is not the account that was proposed")
              .withDetail("Look at the statement again, and have the right account proposed.")
              .toResponse();
      case PreferenceOutcome.Withdrawn() -> Response.noContent().build();
      case PreferenceOutcome.NotFound() -> Problems.notFound().toResponse();
      case PreferenceOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case PreferenceOutcome.AccountMissing() ->
          Problems.invalid("iban", "iban-missing", "Give the account to pay to.").toResponse();
      case PreferenceOutcome.NotAnAccount() ->
          Problems.invalid("iban", "iban", "It is not a valid IBAN of a Ukrainian account.")
              .toResponse();
      case PreferenceOutcome.InFuture() ->
          Problems.invalid("statedOn", "in-future", "Not before it was stated.").toResponse();
    };
  }

  private static Response answer(PaymentPreference preference, int status) {
    return Response.status(status)
        .entity(PreferenceView.of(preference))
        .tag(IfMatch.tagOf(preference.version()))
        .build();
  }
}
