package ua.vidnova.payments.cashcollection.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.cashcollection.CashReceipt;
import ua.vidnova.payments.cashcollection.HandOutCash;
import ua.vidnova.payments.cashcollection.ListedReceipt;
import ua.vidnova.payments.cashcollection.ReceiptOutcome;
import ua.vidnova.payments.cashcollection.ReceiptPaper;
import ua.vidnova.payments.cashcollection.Witness;

/** Receipts for collected cash, by their number in the official's book. */
@Path("v1/cash-collections/{batchId}/receipts")
@Tag(name = "Cash collection", description = "Officials who collect cash where no bank works")
@APIResponse(responseCode = "404", description = "Not there, or not in your territories")
public class ReceiptResource {

  private static final String NUMBER = "[0-9\\p{L}-]{1,20}";

  private final HandOutCash handOutCash;
  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  ReceiptResource(HandOutCash handOutCash, Caller caller, KyivCalendar calendar) {
    this.handOutCash = handOutCash;
    this.caller = caller;
    this.calendar = calendar;
  }

  /** What the official wrote down. */
  @Schema(name = "CashReceiptRequest")
  public record ReceiptRequest(
      @Schema(description = "Lines of the list, all of one person")
          @NotEmpty(message = "Say what was handed out.")
          @Size(max = 100, message = "At most 100.")
          Set<@NotNull(message = "A line is missing.") UUID> instructionIds,
      @NotNull(message = "Say when.") @Schema(examples = "2026-11-20") LocalDate handedOutOn,
      @NotNull(message = "Say who saw it.") Witness witness) {

    CashReceipt.HandOut handOut() {
      return new CashReceipt.HandOut(instructionIds, handedOutOn, witness);
    }
  }

  /** A receipt as it was recorded; sums in kopiykas. */
  @Schema(name = "CashReceipt")
  public record ReceiptView(
      UUID batchId,
      String number,
      UUID residentId,
      LocalDate handedOutOn,
      Witness witness,
      long totalMinor,
      @Schema(examples = "UAH") String currency,
      List<LineView> lines) {

    static ReceiptView of(CashReceipt receipt) {
      return new ReceiptView(
          receipt.batchId(),
          receipt.number(),
          receipt.residentId(),
          receipt.handedOutOn(),
          receipt.witness(),
          receipt.totalMinor(),
          "UAH",
          receipt.lines().stream().map(LineView::of).toList());
    }
  }

  /** One sum of a receipt. */
  @Schema(name = "CashReceiptLine")
  public record LineView(
      UUID instructionId,
      @Schema(examples = "2026-11", implementation = String.class) YearMonth month,
      long amountMinor) {

    static LineView of(CashReceipt.Line line) {
      return new LineView(line.instructionId(), line.month(), line.amountMinor());
    }
  }

  @GET
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Lists the receipts of a collection by number")
  @APIResponse(responseCode = "200")
  public Response list(
      @PathParam("batchId") UUID batchId,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    return handOutCash
        .list(batchId, page.after(), page.limit() + 1)
        .map(found -> Response.ok(Page.of(found, page.limit(), ListedReceipt::number)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @PUT
  @Path("{number}")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Records that a resident was given their money",
      description = "The same again changes nothing. A receipt is never changed.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded; 200 when it was before",
      content = @Content(schema = @Schema(implementation = ReceiptView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "Codes: number-taken, handed-out-before, more-than-taken, not-now (with state),"
              + " same-person (who confirmed the count records no hand-out)")
  @APIResponse(
      responseCode = "422",
      description = "Codes: not-on-list, several-people, in-the-future, before-hand-over")
  public Response record(
      @PathParam("batchId") UUID batchId,
      @PathParam("number")
          @Pattern(regexp = NUMBER, message = "1 to 20 letters, digits and hyphens.")
          String number,
      @Valid @NotNull ReceiptRequest request) {
    return answer(handOutCash.handOut(batchId, number, request.handOut()));
  }

  @GET
  @Path("{number}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Shows a receipt")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReceiptView.class)))
  public Response show(@PathParam("batchId") UUID batchId, @PathParam("number") String number) {
    return handOutCash
        .find(batchId, number)
        .map(receipt -> Response.ok(ReceiptView.of(receipt)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("{number}")
  @Produces("application/pdf;qs=0.5")
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Prints a receipt in Ukrainian, for the resident")
  @APIResponse(
      responseCode = "200",
      description = "An A4 sheet",
      content = @Content(mediaType = "application/pdf"))
  public Response print(@PathParam("batchId") UUID batchId, @PathParam("number") String number) {
    return handOutCash
        .find(batchId, number)
        .map(
            receipt ->
                Response.ok(
                        ReceiptPaper.print(receipt, caller.name(), calendar.today()),
                        "application/pdf")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt.pdf\"")
                    .build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  private static Response answer(ReceiptOutcome outcome) {
    return switch (outcome) {
      case ReceiptOutcome.Kept(var receipt, var isNew) ->
          Response.status(isNew ? 201 : 200).entity(ReceiptView.of(receipt)).build();
      case ReceiptOutcome.NotFound() -> Problems.notFound().toResponse();
      case ReceiptOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "The collection's state does not allow this step")
              .with("state", state)
              .toResponse();
      case ReceiptOutcome.SamePerson() ->
          Problems.conflict("same-person", "Who confirmed the count records no hand-out")
              .withDetail("Another officer must record it.")
              .toResponse();
      case ReceiptOutcome.NumberTaken() ->
          Problems.conflict("number-taken", "The number stands for another receipt").toResponse();
      case ReceiptOutcome.HandedOutBefore() ->
          Problems.conflict("handed-out-before", "Some of it has another receipt").toResponse();
      case ReceiptOutcome.MoreThanTaken() ->
          Problems.conflict("more-than-taken", "So much was not taken out").toResponse();
      case ReceiptOutcome.NotOnList() ->
          Problems.invalid("instructionIds", "not-on-list", "The list has none such.").toResponse();
      case ReceiptOutcome.SeveralPeople() ->
          Problems.invalid("instructionIds", "several-people", "A receipt is one person's.")
              .toResponse();
      case ReceiptOutcome.DayImpossible(var code) ->
          Problems.invalid("handedOutOn", code, "It cannot have been handed out then.")
              .toResponse();
    };
  }
}
