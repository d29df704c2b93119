package ua.vidnova.payments.cashcollection.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
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
import ua.vidnova.payments.batch.rest.FileAnswer;
import ua.vidnova.payments.cashcollection.CashCollection;
import ua.vidnova.payments.cashcollection.CloseCollection;
import ua.vidnova.payments.cashcollection.CollectionOutcome;
import ua.vidnova.payments.cashcollection.CollectionsOfCaller;
import ua.vidnova.payments.cashcollection.TakeOutCash;

/**
 * Cash that delegated officials of the caller's territories take out: one for each list, under the
 * id of its batch. Every step may be sent again.
 */
@Path("v1/cash-collections")
@Tag(name = "Cash collection", description = "Officials who collect cash where no bank works")
@APIResponse(responseCode = "404", description = "Not there, or not in your territories")
@APIResponse(
    responseCode = "409",
    description =
        "Codes: not-now (with state), same-person, more-than-listed, sums-disagree, not-delegated,"
            + " not-ready, nothing-to-pay")
@APIResponse(responseCode = "412", description = "It has changed since If-Match")
public class CollectionResource {

  private final TakeOutCash takeOutCash;
  private final CloseCollection closeCollection;
  private final CollectionsOfCaller collections;
  private final FileAnswer files;

  @Inject
  CollectionResource(
      TakeOutCash takeOutCash,
      CloseCollection closeCollection,
      CollectionsOfCaller collections,
      FileAnswer files) {
    this.takeOutCash = takeOutCash;
    this.closeCollection = closeCollection;
    this.collections = collections;
    this.files = files;
  }

  /** What somebody counted. */
  @Schema(name = "CashCountRequest")
  public record CountRequest(
      @Schema(description = "Kopiykas", examples = "1384100")
          @NotNull(message = "Say how much.")
          @Positive(message = "Count what is taken out.")
          Long takenMinor) {}

  /** What came back. */
  @Schema(name = "CashReturnRequest")
  public record ReturnRequest(
      @Schema(description = "Kopiykas; 0 when all was handed out", examples = "346025")
          @NotNull(message = "Say how much.")
          @PositiveOrZero(message = "Not less than nothing.")
          Long returnedMinor,
      @NotNull(message = "Say when.") LocalDate returnedOn) {}

  @GET
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Lists cash collections, newest list first")
  public Page<CollectionView> list(
      @QueryParam("state") CashCollection.State state,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    return Page.of(
            collections.list(Optional.ofNullable(state), page.afterId(), page.limit() + 1),
            page.limit(),
            one -> one.batchId().toString())
        .map(CollectionView::of);
  }

  @GET
  @Path("{batchId}")
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(
      summary = "Shows what was taken out, handed out and brought back",
      description = "The ETag is the version that If-Match expects.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CollectionView.class)))
  public Response show(@PathParam("batchId") UUID batchId) {
    return collections
        .find(batchId)
        .map(CollectionResource::answer)
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("{batchId}/list")
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Takes the list for the official",
      description = "From the first count on; its bytes are always the same.")
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
  @APIResponse(responseCode = "304", description = "You have it, by If-None-Match")
  public Response takeList(@PathParam("batchId") UUID batchId, @Context Request request) {
    return takeOutCash
        .findList(batchId)
        .map(ready -> files.answer(ready, request))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @PUT
  @Path("{batchId}")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Counts what the official takes out for a list, the first time",
      description =
          "Hands the list over: no instruction in it can be withdrawn any more. Until another"
              + " person confirms the sum, it may be counted anew.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CollectionView.class)))
  public Response count(
      @PathParam("batchId") UUID batchId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull CountRequest request) {
    return answer(takeOutCash.count(batchId, request.takenMinor(), IfMatch.version(ifMatch)));
  }

  @POST
  @Path("{batchId}/confirmation")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(summary = "Counts the same cash a second time; from then on it may be handed out")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CollectionView.class)))
  public Response confirm(
      @PathParam("batchId") UUID batchId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull CountRequest request) {
    return answer(takeOutCash.confirm(batchId, request.takenMinor(), IfMatch.version(ifMatch)));
  }

  @POST
  @Path("{batchId}/closing")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Takes back what nobody collected, once it adds up to the kopiyka",
      description =
          "What has no receipt is not collected, and is on the next month's list. Not by who"
              + " counted first or recorded a receipt.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CollectionView.class)))
  @APIResponse(responseCode = "422", description = "Codes: in-the-future, before-hand-over")
  public Response close(
      @PathParam("batchId") UUID batchId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull ReturnRequest request) {
    return answer(
        closeCollection.close(
            batchId, request.returnedMinor(), request.returnedOn(), IfMatch.version(ifMatch)));
  }

  private static Response answer(CollectionOutcome outcome) {
    return switch (outcome) {
      case CollectionOutcome.Done(var now) -> answer(now);
      case CollectionOutcome.NotFound() -> Problems.notFound().toResponse();
      case CollectionOutcome.NotReady() ->
          Problems.conflict("not-ready", "The run of this list is still under way").toResponse();
      case CollectionOutcome.NothingToPay() ->
          Problems.conflict("nothing-to-pay", "Every instruction of this list was withdrawn")
              .toResponse();
      case CollectionOutcome.NotDelegated() ->
          Problems.conflict("not-delegated", "Nobody is delegated for the settlement today")
              .withDetail("Have an official approved first.")
              .toResponse();
      case CollectionOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "The collection's state does not allow this step")
              .with("state", state)
              .toResponse();
      case CollectionOutcome.SamePerson() ->
          Problems.conflict("same-person", "Who gives cash out does not check it")
              .withDetail("Somebody must count who neither counted first nor recorded a receipt.")
              .toResponse();
      case CollectionOutcome.MoreThanListed() ->
          Problems.conflict("more-than-listed", "The list does not say so much").toResponse();
      case CollectionOutcome.SumsDisagree() ->
          Problems.conflict("sums-disagree", "It is not the sum that the books expect")
              .withDetail("Count again, and look for receipts that were not recorded.")
              .toResponse();
      case CollectionOutcome.DayImpossible(var code) ->
          Problems.invalid("returnedOn", code, "It cannot have come back then.").toResponse();
      case CollectionOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
    };
  }

  private static Response answer(CashCollection one) {
    return Response.ok(CollectionView.of(one)).tag(IfMatch.tagOf(one.version())).build();
  }
}
