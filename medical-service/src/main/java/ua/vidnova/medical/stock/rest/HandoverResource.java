package ua.vidnova.medical.stock.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.stock.AnswerHandover;
import ua.vidnova.medical.stock.FindStock;
import ua.vidnova.medical.stock.Handover;
import ua.vidnova.medical.stock.HandoverOutcome;
import ua.vidnova.medical.stock.OfferHandover;
import ua.vidnova.medical.stock.rest.StockRequests.AcceptanceRequest;
import ua.vidnova.medical.stock.rest.StockRequests.HandoverRequest;
import ua.vidnova.medical.stock.rest.StockRequests.ReasonRequest;
import ua.vidnova.medical.stock.rest.StockViews.HandoverView;

/** Medicines on their way from the reserve to a brigade, and back: one offers, another accepts. */
@Path("v1/stock-handovers")
@RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR})
@Tag(name = "Stock")
public class HandoverResource {

  private final OfferHandover offerHandover;
  private final AnswerHandover answerHandover;
  private final FindStock findStock;

  @Inject
  HandoverResource(
      OfferHandover offerHandover, AnswerHandover answerHandover, FindStock findStock) {
    this.offerHandover = offerHandover;
    this.answerHandover = answerHandover;
    this.findStock = findStock;
  }

  @GET
  @Transactional
  @RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR, Roles.AUDITOR})
  @Operation(summary = "Lists the hand-overs from or to a place, newest first")
  @APIResponse(responseCode = "404", description = "No such place, or not yours to see")
  public Page<HandoverView> list(
      @Parameter(required = true) @QueryParam("placeId") UUID placeId,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    if (placeId == null) {
      throw new ProblemException(Problems.badParameter("placeId", "required", "Name the place."));
    }
    var asked = PageRequest.of(limit, after);
    var place =
        findStock.place(placeId).orElseThrow(() -> new ProblemException(Problems.notFound()));
    var found = Handover.listAt(place.id(), asked.afterId(), asked.limit() + 1);
    return Page.of(found, asked.limit(), one -> one.id().toString()).map(HandoverView::of);
  }

  @POST
  @Idempotent
  @Operation(summary = "Offers medicines to another place; they move when it accepts")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = HandoverView.class)))
  @APIResponse(responseCode = "404", description = "You keep no such place")
  @APIResponse(
      responseCode = "409",
      description = "not-enough: errors name each line; handover-id-taken: another has this id")
  @APIResponse(responseCode = "422", description = "errors name each line")
  public Response offer(@Valid @NotNull HandoverRequest request) {
    var id = request.id() == null ? Ids.newId() : request.id();
    if (!Ids.isTimeOrdered(id)) {
      return Problems.invalid("id", "not-uuid-v7", "Make the id as a UUID version 7.").toResponse();
    }
    var lines = request.lines().stream().map(HandoverRequest.Line::line).toList();
    var outcome = offerHandover.offer(id, request.fromPlaceId(), request.toPlaceId(), lines);
    return answer(outcome, Response.created(URI.create("v1/stock-handovers/" + id)));
  }

  @POST
  @Path("{id}/acceptance")
  @Idempotent
  @Operation(
      summary = "Says what arrived, and takes it over",
      description =
          "By another person than offered it. What is missing stays in the giver's books and is"
              + " explained.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HandoverView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not for a place that you keep")
  @APIResponse(
      responseCode = "409",
      description =
          "same-person: you offered it; answered-before; not-enough: the giver has less by now")
  @APIResponse(responseCode = "422", description = "errors name each line")
  public Response accept(@PathParam("id") UUID id, @Valid @NotNull AcceptanceRequest request) {
    var lines = request.lines().stream().map(AcceptanceRequest.Line::line).toList();
    return answer(answerHandover.accept(id, lines), Response.ok());
  }

  @POST
  @Path("{id}/refusal")
  @Idempotent
  @Operation(summary = "Declines all of it; nothing moves")
  @APIResponse(responseCode = "404", description = "Not there, or not for a place that you keep")
  @APIResponse(responseCode = "409", description = "Code answered-before")
  public Response decline(@PathParam("id") UUID id, @Valid @NotNull ReasonRequest request) {
    return answer(answerHandover.decline(id, request.reason().strip()), Response.ok());
  }

  @POST
  @Path("{id}/recall")
  @Idempotent
  @Operation(summary = "Takes an offer back; nothing moves")
  @APIResponse(responseCode = "404", description = "Not there, or not from a place that you keep")
  @APIResponse(responseCode = "409", description = "Code answered-before")
  public Response recall(@PathParam("id") UUID id, @Valid @NotNull ReasonRequest request) {
    return answer(answerHandover.recall(id, request.reason().strip()), Response.ok());
  }

  private static Response answer(HandoverOutcome outcome, Response.ResponseBuilder done) {
    return switch (outcome) {
      case HandoverOutcome.Done(Handover handover) ->
          done.entity(HandoverView.of(handover)).build();
      case HandoverOutcome.NotYours() -> Problems.notFound().toResponse();
      case HandoverOutcome.Unacceptable(var errors) -> Problems.invalid(errors).toResponse();
      case HandoverOutcome.NotEnough(var lines) ->
          StockPlaceResource.notEnough().withErrors(lines).toResponse();
      case HandoverOutcome.IdTaken() -> conflict("handover-id-taken", "Another has this id");
      case HandoverOutcome.AnsweredBefore() -> conflict("answered-before", "It was answered");
      case HandoverOutcome.SamePerson() ->
          conflict("same-person", "Another person than offered it accepts it");
    };
  }

  private static Response conflict(String code, String title) {
    return Problems.conflict(code, title).toResponse();
  }
}
