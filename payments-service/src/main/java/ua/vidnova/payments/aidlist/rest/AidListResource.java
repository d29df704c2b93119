package ua.vidnova.payments.aidlist.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.payments.aidlist.AidLists;
import ua.vidnova.payments.aidlist.ApproveAidList;
import ua.vidnova.payments.aidlist.ListConfig;
import ua.vidnova.payments.aidlist.RefusedListLine;
import ua.vidnova.payments.aidlist.TakeAidList;
import ua.vidnova.payments.aidlist.files.CsvListFile;
import ua.vidnova.payments.aidlist.rest.AidListView.RefusalView;
import ua.vidnova.payments.reach.CoveredSettlements;

/** One-off aid for a whole settlement: a hromada's list, one approval, deadlines of law. */
@Path("v1/aid-lists")
@Tag(name = "Aid lists", description = "One-off aid for the residents of a liberated settlement")
public class AidListResource {

  private static final String EXAMPLE =
      """
      rnokpp,category,papers
      1873412342,OTHER,
      3652504575,DISABLED,DISABILITY_CERTIFICATE
      """;

  private final TakeAidList takeAidList;
  private final ApproveAidList approveAidList;
  private final AidLists lists;
  private final ListConfig limits;
  private final CoveredSettlements covered;

  @Inject
  AidListResource(
      TakeAidList takeAidList,
      ApproveAidList approveAidList,
      AidLists lists,
      ListConfig limits,
      CoveredSettlements covered) {
    this.takeAidList = takeAidList;
    this.approveAidList = approveAidList;
    this.lists = lists;
    this.limits = limits;
    this.covered = covered;
  }

  /** When the money was at the partner. */
  @Schema(name = "AidListFundingRequest")
  public record FundingRequest(@NotNull(message = "Say on which day.") LocalDate fundedOn) {}

  @POST
  @Consumes("text/csv")
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Takes a settlement's list",
      description =
          "UTF-8 CSV. Each line becomes a proposed grant or is refused with its reasons, and no line"
              + " stops another. The very same list again changes nothing.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              schema =
                  @Schema(
                      type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING),
              examples = @ExampleObject(name = "two residents", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Taken, refused lines included",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AidListView.class)))
  @APIResponse(responseCode = "200", description = "The same list had come before")
  @APIResponse(responseCode = "400", description = "Not UTF-8, or not the header of the format")
  @APIResponse(responseCode = "409", description = "Code: not-liberated")
  @APIResponse(responseCode = "413", description = "Larger than allowed")
  public Response take(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      @Parameter(description = "КАТОТТГ code of the settlement", required = true)
          @QueryParam("settlement")
          String settlement,
      @Parameter(description = "LIBERATED_ONE_OFF when absent") @QueryParam("programme")
          String programme,
      @Context UriInfo uri) {
    var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
      return Problem.of(415, "unsupported-charset", "The file must be UTF-8").toResponse();
    }
    if (settlement == null || !Territories.ukraine().isSettlement(settlement)) {
      return Problems.badParameter(
              "settlement", "not-a-settlement", "Give the КАТОТТГ code of a settlement.")
          .toResponse();
    }
    var code = Optional.ofNullable(programme).orElse("LIBERATED_ONE_OFF");
    return switch (takeAidList.take(settlement, code, CsvListFile.open(body, limits))) {
      case TakeAidList.Outcome.Taken(var id) ->
          Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
              .entity(view(id))
              .build();
      case TakeAidList.Outcome.TakenBefore(var id) -> Response.ok(view(id)).build();
      case TakeAidList.Outcome.NotFound() -> Problems.notFound().toResponse();
      case TakeAidList.Outcome.NotLiberated() ->
          Problems.conflict("not-liberated", "The settlement is not liberated").toResponse();
      case TakeAidList.Outcome.UnknownProgramme() ->
          Problems.badParameter(
                  "programme", "unknown", "Take a one-off programme for liberated settlements.")
              .toResponse();
    };
  }

  @GET
  @Transactional
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR, Roles.COORDINATOR})
  @Operation(summary = "Lists settlements' lists, oldest first, with their deadlines")
  public Page<AidListView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    return Page.of(
            lists.list(covered.ofCaller(), page.afterId().orElse(new UUID(0, 0)), page.limit() + 1),
            page.limit(),
            progress -> progress.list().id().toString())
        .map(progress -> AidListView.of(progress, lists.today()));
  }

  @GET
  @Path("{id}")
  @Transactional
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR, Roles.COORDINATOR})
  @Operation(summary = "Shows a list with its deadlines and how many are paid")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AidListView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response show(@PathParam("id") UUID id) {
    return lists
        .find(id)
        .map(progress -> Response.ok(AidListView.of(progress, lists.today())).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("{id}/refused-lines")
  @Transactional
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Operation(summary = "Lists the refused lines of a list, in the order of lines")
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response refusedLines(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var position = page.after().map(AidListResource::position);
    if (lists.find(id).isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var found =
        lists.listRefusals(id, position.orElse(new RefusedListLine(0, "", "")), page.limit() + 1);
    return Response.ok(
            Page.of(found, page.limit(), one -> one.line() + " " + one.field() + " " + one.code())
                .map(RefusalView::of))
        .build();
  }

  private static RefusedListLine position(String cursor) {
    var parts = cursor.split(" ", -1);
    try {
      return new RefusedListLine(Integer.parseInt(parts[0]), parts[1], parts[2]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw PageRequest.notOurs();
    }
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Approves a list as a whole",
      description =
          "Each of its grants becomes an award that is due now; one of which a condition has opened"
              + " meanwhile stays proposed.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AidListView.class)))
  @APIResponse(responseCode = "409", description = "Codes: same-person, not-now (with state)")
  public Response approve(@PathParam("id") UUID id) {
    return answer(approveAidList.approve(id));
  }

  @POST
  @Path("{id}/funding")
  @Idempotent
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(summary = "Notes the day on which the money for a list was at the partner")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AidListView.class)))
  @APIResponse(responseCode = "409", description = "Code: not-now (with state)")
  public Response fund(@PathParam("id") UUID id, @Valid @NotNull FundingRequest request) {
    return answer(approveAidList.fund(id, request.fundedOn()));
  }

  private Response answer(ApproveAidList.Outcome outcome) {
    return switch (outcome) {
      case ApproveAidList.Outcome.Done(var id) -> Response.ok(view(id)).build();
      case ApproveAidList.Outcome.NotFound() -> Problems.notFound().toResponse();
      case ApproveAidList.Outcome.NotNow(var state) ->
          Problems.conflict("not-now", "The list's state does not allow this step")
              .with("state", state)
              .toResponse();
      case ApproveAidList.Outcome.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another approver must decide.")
              .toResponse();
      case ApproveAidList.Outcome.NotThatDay() ->
          Problems.invalid("fundedOn", "not-that-day", "Take a day from the approval up to today.")
              .toResponse();
    };
  }

  private AidListView view(UUID id) {
    return lists.find(id).map(progress -> AidListView.of(progress, lists.today())).orElseThrow();
  }
}
