package ua.vidnova.payments.automatic.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import java.time.LocalDate;
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
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.automatic.AutomaticOutcome;
import ua.vidnova.payments.automatic.AutomaticResumption;
import ua.vidnova.payments.automatic.AutomaticResumption.Notice;
import ua.vidnova.payments.automatic.DecideAutomatic;
import ua.vidnova.payments.automatic.ListTotals;
import ua.vidnova.payments.automatic.ProposeAutomatic;
import ua.vidnova.payments.reach.CoveredSettlements;

/**
 * Resuming a settlement's pensions without application: one proposes the list, another approves.
 */
@Path("v1/automatic-resumptions")
@Tag(name = "Automatic resumptions", description = "Without application (CMU №162, №1170 p. 4)")
@APIResponse(responseCode = "404", description = "Not there, or not in your territories")
@APIResponse(
    responseCode = "409",
    description =
        "Codes: not-liberated, list-open, nobody-concerned, not-now (with state), not-endorsed,"
            + " endorsement-not-needed, same-person")
public class AutomaticResource {

  private final ProposeAutomatic proposeAutomatic;
  private final DecideAutomatic decideAutomatic;
  private final CoveredSettlements covered;
  private final KyivCalendar calendar;

  @Inject
  AutomaticResource(
      ProposeAutomatic proposeAutomatic,
      DecideAutomatic decideAutomatic,
      CoveredSettlements covered,
      KyivCalendar calendar) {
    this.proposeAutomatic = proposeAutomatic;
    this.decideAutomatic = decideAutomatic;
    this.covered = covered;
    this.calendar = calendar;
  }

  /** What the post has told. */
  @Schema(name = "PostNoticeRequest")
  public record NoticeRequest(
      @NotBlank(message = "Say where.") @Schema(examples = "UA44020010010037242") String settlement,
      @NotNull(message = "Say since when.") @Schema(examples = "2026-11-20") LocalDate restoredOn,
      @NotBlank(message = "Say by which letter.")
          @Size(max = 200, message = "At most 200 characters.")
          @Schema(examples = "Лист АТ «Укрпошта» від 20.11.2026 № 145")
          String notice) {}

  /** Why a list is refused. */
  @Schema(name = "ListRefusalRequest")
  public record RefusalRequest(
      @NotBlank(message = "Say why.") @Size(max = 1000, message = "At most 1000 characters.")
          String reason) {}

  /** A settlement's list; sums in kopiykas. */
  @Schema(name = "AutomaticResumption")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ListView(
      UUID id,
      String settlement,
      LocalDate restoredOn,
      String notice,
      AutomaticResumption.State state,
      @Schema(description = "Those that are not refused or closed one by one") long cases,
      long payableMinor,
      @Schema(description = "Paid at once") long firstPaymentMinor,
      @Schema(examples = "UAH") String currency,
      String proposedBy,
      Instant proposedAt,
      @Schema(description = "Who stands for what the service proposed by itself") String endorsedBy,
      Instant endorsedAt,
      String decidedBy,
      Instant decidedAt,
      String refusalReason) {

    static ListView of(AutomaticResumption list, ListTotals totals) {
      return new ListView(
          list.id(),
          list.settlement(),
          list.restoredOn(),
          list.notice(),
          list.state(),
          totals.cases(),
          totals.payableMinor(),
          totals.firstPaymentMinor(),
          "UAH",
          list.proposedBy(),
          list.proposedAt(),
          list.endorsedBy(),
          list.endorsedAt(),
          list.decidedBy(),
          list.decidedAt(),
          list.refusalReason());
    }
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Takes over the post's notice that it delivers to a settlement again",
      description =
          "Opens and proposes a case of each pension that was stopped there for the occupation and"
              + " that nobody has asked for. Who was identified goes the ordinary way.")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListView.class)))
  @APIResponse(responseCode = "422", description = "Codes: in-future, not-concerned")
  public Response propose(@Valid @NotNull NoticeRequest request) {
    if (request.restoredOn().isAfter(calendar.today())) {
      return Problems.invalid("restoredOn", "in-future", "Not before the post delivers.")
          .toResponse();
    }
    return answer(
        proposeAutomatic.propose(
            new Notice(
                request.settlement().strip(), request.restoredOn(), request.notice().strip())),
        201);
  }

  @GET
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Lists the settlements' lists, oldest first")
  public Page<ListView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    return Page.of(
            decideAutomatic.list(covered.ofCaller(), page.afterId(), page.limit() + 1),
            page.limit(),
            done -> done.list().id().toString())
        .map(done -> ListView.of(done.list(), done.totals()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Shows a list with its totals")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListView.class)))
  public Response show(@PathParam("id") UUID id) {
    return decideAutomatic
        .find(id)
        .map(done -> answer(done, 200))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @POST
  @Path("{id}/endorsement")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Stands for a list that the service proposed by itself",
      description = "Another person approves it then.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListView.class)))
  public Response endorse(@PathParam("id") UUID id) {
    return answer(decideAutomatic.endorse(id), 200);
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(summary = "Approves every case of a list that is still proposed")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListView.class)))
  public Response approve(@PathParam("id") UUID id) {
    return answer(decideAutomatic.approve(id), 200);
  }

  @POST
  @Path("{id}/refusal")
  @Idempotent
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(
      summary = "Refuses a list with a reason",
      description = "Its pensions stay dormant; each can be resumed on application.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListView.class)))
  public Response refuse(@PathParam("id") UUID id, @Valid @NotNull RefusalRequest refusal) {
    return answer(decideAutomatic.refuse(id, refusal.reason().strip()), 200);
  }

  private static Response answer(AutomaticOutcome outcome, int status) {
    return switch (outcome) {
      case AutomaticOutcome.Done(var list, var totals) ->
          Response.status(status).entity(ListView.of(list, totals)).build();
      case AutomaticOutcome.NotFound() -> Problems.notFound().toResponse();
      case AutomaticOutcome.NotConcerned() ->
          Problems.invalid("settlement", "not-concerned", "The law names no such settlement.")
              .toResponse();
      case AutomaticOutcome.NotLiberated() ->
          Problems.conflict("not-liberated", "The settlement is not told to be liberated")
              .toResponse();
      case AutomaticOutcome.AlreadyProposed() ->
          Problems.conflict("list-open", "A list of this settlement waits for a decision")
              .toResponse();
      case AutomaticOutcome.NobodyConcerned() ->
          Problems.conflict("nobody-concerned", "There is no pension to resume so").toResponse();
      case AutomaticOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "The list's state does not allow this step")
              .with("state", state)
              .toResponse();
      case AutomaticOutcome.NotEndorsed() ->
          Problems.conflict("not-endorsed", "An officer has to stand for the service's list first")
              .toResponse();
      case AutomaticOutcome.EndorsementNotNeeded() ->
          Problems.conflict("endorsement-not-needed", "A person stands for the list already")
              .toResponse();
      case AutomaticOutcome.SamePerson() ->
          Problems.conflict("same-person", "Who proposes or endorses cannot approve")
              .withDetail("Another approver must decide.")
              .toResponse();
    };
  }
}
