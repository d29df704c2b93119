package ua.vidnova.medical.stock.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.stock.CountStock;
import ua.vidnova.medical.stock.FindStock;
import ua.vidnova.medical.stock.OnHand;
import ua.vidnova.medical.stock.ReceiveStock;
import ua.vidnova.medical.stock.ReportColdChainBreak;
import ua.vidnova.medical.stock.SaveStockPlace;
import ua.vidnova.medical.stock.StockDifference;
import ua.vidnova.medical.stock.StockMovement;
import ua.vidnova.medical.stock.StockOutcome;
import ua.vidnova.medical.stock.StockPlace;
import ua.vidnova.medical.stock.WriteOffStock;
import ua.vidnova.medical.stock.rest.StockRequests.ColdChainBreakRequest;
import ua.vidnova.medical.stock.rest.StockRequests.CountRequest;
import ua.vidnova.medical.stock.rest.StockRequests.PlaceRequest;
import ua.vidnova.medical.stock.rest.StockRequests.ReceiptRequest;
import ua.vidnova.medical.stock.rest.StockRequests.WriteOffRequest;
import ua.vidnova.medical.stock.rest.StockViews.DifferenceView;
import ua.vidnova.medical.stock.rest.StockViews.MovementView;
import ua.vidnova.medical.stock.rest.StockViews.MovementsView;
import ua.vidnova.medical.stock.rest.StockViews.PlaceView;

/** Reserves and brigades' stock: what lies there, and how it comes and goes. */
@Path("v1/stock-places")
@RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR, Roles.AUDITOR})
@Tag(name = "Stock")
public class StockPlaceResource {

  private final SaveStockPlace saveStockPlace;
  private final ReceiveStock receiveStock;
  private final CountStock countStock;
  private final WriteOffStock writeOffStock;
  private final ReportColdChainBreak reportColdChainBreak;
  private final FindStock findStock;

  @Inject
  StockPlaceResource(
      SaveStockPlace saveStockPlace,
      ReceiveStock receiveStock,
      CountStock countStock,
      WriteOffStock writeOffStock,
      ReportColdChainBreak reportColdChainBreak,
      FindStock findStock) {
    this.saveStockPlace = saveStockPlace;
    this.receiveStock = receiveStock;
    this.countStock = countStock;
    this.writeOffStock = writeOffStock;
    this.reportColdChainBreak = reportColdChainBreak;
    this.findStock = findStock;
  }

  @GET
  @Operation(summary = "Lists the places that you keep or may look into, by id")
  public Page<PlaceView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    return findStock.places(PageRequest.of(limit, after)).map(PlaceView::of);
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.COORDINATOR)
  @Idempotent
  @Operation(
      summary = "Opens a place, or says anew what it is called and whom it serves",
      description = "The id is the caller's to make; a brigade's place has the brigade's id.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlaceView.class)))
  @APIResponse(responseCode = "201", description = "It was not known before")
  @APIResponse(responseCode = "403", description = "Code outside-your-territory")
  @APIResponse(responseCode = "409", description = "Code other-kind: it is of another kind")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  @APIResponse(responseCode = "422", description = "errors name each field")
  public Response save(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull PlaceRequest told) {
    var outcome =
        saveStockPlace.save(
            id, told.kind(), told.name(), told.territory(), IfMatch.version(ifMatch));
    return switch (outcome) {
      case SaveStockPlace.Outcome.Saved(StockPlace place, var isNew) ->
          (isNew ? Response.status(Response.Status.CREATED) : Response.ok())
              .tag(IfMatch.tagOf(place.version()))
              .entity(PlaceView.of(place))
              .build();
      case SaveStockPlace.Outcome.Unacceptable(var errors) -> Problems.invalid(errors).toResponse();
      case SaveStockPlace.Outcome.OutsideTerritory() ->
          Problem.of(403, "outside-your-territory", "It serves another territory than yours")
              .toResponse();
      case SaveStockPlace.Outcome.OtherKind() ->
          Problems.conflict("other-kind", "The place is of another kind").toResponse();
      case SaveStockPlace.Outcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
    };
  }

  @GET
  @Path("{id}/stock")
  @Transactional
  @Operation(summary = "Shows what lies at a place; what expires first before the rest")
  @APIResponse(responseCode = "404", description = "Not there, or not yours to see")
  public Page<OnHand> stock(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return findStock.onHand(visible(id), PageRequest.of(limit, after));
  }

  @GET
  @Path("{id}/movements")
  @Transactional
  @Operation(summary = "Shows how stock came to a place and went, newest first")
  @APIResponse(responseCode = "404", description = "Not there, or not yours to see")
  public Page<MovementView> movements(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found = StockMovement.listAt(visible(id).id(), asked.afterId(), asked.limit() + 1);
    return Page.of(found, asked.limit(), one -> one.id().toString()).map(MovementView::of);
  }

  @GET
  @Path("{id}/differences")
  @Transactional
  @Operation(
      summary = "Shows where visits and the books of a place disagree, newest first",
      description = "A visit stands also when the books have less than it gave: somebody explains.")
  @APIResponse(responseCode = "404", description = "Not there, or not yours to see")
  public Page<DifferenceView> differences(
      @PathParam("id") UUID id,
      @QueryParam("open") @DefaultValue("false") boolean openOnly,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found =
        StockDifference.listAt(visible(id).id(), openOnly, asked.afterId(), asked.limit() + 1);
    return Page.of(found, asked.limit(), one -> one.id().toString()).map(DifferenceView::of);
  }

  @POST
  @Path("{id}/receipts")
  @RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR})
  @Idempotent
  @Operation(
      summary = "Books what arrived from outside",
      description = "All lines or none. Give an Idempotency-Key: the same paper again would add.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MovementsView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not yours to keep")
  @APIResponse(responseCode = "422", description = "errors name each line")
  public Response receive(@PathParam("id") UUID id, @Valid @NotNull ReceiptRequest request) {
    var lines = request.lines().stream().map(ReceiptRequest.Line::line).toList();
    return answer(receiveStock.receive(id, request.source().strip(), lines));
  }

  @POST
  @Path("{id}/counts")
  @RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR})
  @Idempotent
  @Operation(
      summary = "Says what was counted; the books follow",
      description = "Differences are explained. Batches that are not named stay as they are.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MovementsView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not yours to keep")
  @APIResponse(responseCode = "422", description = "errors name each line")
  public Response count(@PathParam("id") UUID id, @Valid @NotNull CountRequest request) {
    return answer(
        countStock.count(id, request.lines().stream().map(CountRequest.Line::line).toList()));
  }

  @POST
  @Path("{id}/write-offs")
  @RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR})
  @Idempotent
  @Operation(summary = "Takes out of the books what can be given to nobody")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MovementsView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not yours to keep")
  @APIResponse(responseCode = "409", description = "Code not-enough: errors name each line")
  @APIResponse(responseCode = "422", description = "errors name each line")
  public Response writeOff(@PathParam("id") UUID id, @Valid @NotNull WriteOffRequest request) {
    var lines = request.lines().stream().map(WriteOffRequest.Line::line).toList();
    return answer(writeOffStock.writeOff(id, request.reason().strip(), lines));
  }

  @POST
  @Path("{id}/cold-chain-breaks")
  @RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR})
  @Idempotent
  @Operation(summary = "Says that batches were too warm where they lie")
  @APIResponse(responseCode = "200", description = "They are marked; write them off")
  @APIResponse(responseCode = "404", description = "Not there, or not yours to keep")
  @APIResponse(responseCode = "422", description = "errors name each line")
  public Response coldChainBroke(
      @PathParam("id") UUID id, @Valid @NotNull ColdChainBreakRequest request) {
    return answer(reportColdChainBreak.report(id, request.reason().strip(), request.batchIds()));
  }

  private StockPlace visible(UUID id) {
    return findStock.place(id).orElseThrow(() -> new ProblemException(Problems.notFound()));
  }

  private static Response answer(StockOutcome outcome) {
    return switch (outcome) {
      case StockOutcome.Booked(var movements) -> Response.ok(MovementsView.of(movements)).build();
      case StockOutcome.NotYours() -> Problems.notFound().toResponse();
      case StockOutcome.Unacceptable(var errors) -> Problems.invalid(errors).toResponse();
      case StockOutcome.NotEnough(var lines) -> notEnough().withErrors(lines).toResponse();
    };
  }

  static Problem notEnough() {
    return Problems.conflict("not-enough", "Less lies there than is wanted");
  }
}
