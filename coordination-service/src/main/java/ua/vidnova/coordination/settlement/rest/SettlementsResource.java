package ua.vidnova.coordination.settlement.rest;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.coordination.settlement.SetSettlementStatus;
import ua.vidnova.coordination.settlement.SettlementSearch;
import ua.vidnova.coordination.settlement.SettlementSearch.Hit;
import ua.vidnova.coordination.settlement.SettlementStatus;
import ua.vidnova.coordination.settlement.SettlementStatusEntry;
import ua.vidnova.coordination.settlement.Status;
import ua.vidnova.coordination.settlement.StatusOutcome;

/** Settlements: every caller may find them, coordinators of the territory set their status. */
@Path("v1/settlements")
@Authenticated
@Tag(name = "Settlements", description = "Finding settlements; whether they are liberated")
public class SettlementsResource {

  private static final int QUERY_LENGTH_MAX = 200;

  private final SettlementSearch search;
  private final SetSettlementStatus setStatus;

  @Inject
  SettlementsResource(SettlementSearch search, SetSettlementStatus setStatus) {
    this.search = search;
    this.setStatus = setStatus;
  }

  /**
   * A settlement's status as a coordinator states it.
   *
   * @param effectiveOn first day, in Kyiv; not in the future
   * @param source the order or report that it rests on
   */
  public record StatusRequest(
      @NotNull Status status, @NotNull LocalDate effectiveOn, @Size(max = 500) String source) {}

  @GET
  @Operation(
      summary = "Finds settlements by name or code, or lists those of a status",
      description =
          "Names may be Ukrainian or Latin; words may also name the hromada, raion or oblast."
              + " The best fit comes first.")
  public Page<SettlementView> find(
      @Parameter(example = "Новоайдар") @QueryParam("q") String query,
      @Parameter(description = "Instead of q", example = "LIBERATED") @QueryParam("status")
          Status status,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    if (query != null && status == null) {
      return byName(query, asked);
    }
    if (status != null && query == null) {
      return byStatus(status, asked);
    }
    throw new ProblemException(Problems.badParameter("q", "required", "Give either q or status."));
  }

  @GET
  @Path("{katottg}")
  @Operation(summary = "Shows a settlement with its status")
  public Response get(@PathParam("katottg") String katottg) {
    return Territories.ukraine().isSettlement(katottg)
        ? shown(katottg, SettlementStatus.findOf(katottg))
        : notASettlement().toResponse();
  }

  @GET
  @Path("{katottg}/status-history")
  @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
  @Operation(summary = "Shows what was ever said of a settlement's status, newest first")
  public Page<SettlementView.EntryView> history(@PathParam("katottg") String katottg) {
    if (!Territories.ukraine().isSettlement(katottg)) {
      throw new ProblemException(notASettlement());
    }
    var entries =
        SettlementStatusEntry.findOf(katottg).stream().map(SettlementView.EntryView::of).toList();
    return new Page<>(entries, null);
  }

  @PUT
  @Path("{katottg}/status")
  @RolesAllowed(Roles.COORDINATOR)
  @Idempotent
  @Operation(
      summary = "Sets a settlement's status from a day on",
      description = "Saying the same again changes nothing. Other services hear of a change.")
  @APIResponse(responseCode = "200", description = "It is so now")
  @APIResponse(responseCode = "403", description = "Outside your territory")
  @APIResponse(responseCode = "404", description = "Not a settlement of the codifier")
  @APIResponse(responseCode = "409", description = "Another status began later")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  @APIResponse(responseCode = "422", description = "A date in the future, a field missing")
  public Response setStatus(
      @Parameter(example = "UA44160030010058180") @PathParam("katottg") String katottg,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull StatusRequest request) {
    var wish =
        new SetSettlementStatus.Wish(
            katottg,
            request.status(),
            request.effectiveOn(),
            request.source(),
            IfMatch.version(ifMatch));
    return switch (setStatus.set(wish)) {
      case StatusOutcome.Set set -> shown(katottg, Optional.of(set.now()));
      case StatusOutcome.Refused refused -> problemOf(refused.reason()).toResponse();
    };
  }

  private Page<SettlementView> byName(String query, PageRequest asked) {
    if (query.isBlank() || query.length() > QUERY_LENGTH_MAX) {
      throw new ProblemException(
          Problems.badParameter("q", "length", "1 to " + QUERY_LENGTH_MAX + " characters."));
    }
    var after = asked.after().map(place -> Hit.at(place).orElseThrow(PageRequest::notOurs));
    var hits = search.find(query, after, asked.limit() + 1);
    var statuses = SettlementStatus.findOf(hits.stream().map(Hit::code).toList());
    return Page.of(hits, asked.limit(), Hit::position)
        .map(hit -> view(hit.code(), Optional.ofNullable(statuses.get(hit.code()))));
  }

  private static Page<SettlementView> byStatus(Status status, PageRequest asked) {
    var found = SettlementStatus.findWith(status, asked.after().orElse(""), asked.limit() + 1);
    return Page.of(found, asked.limit(), SettlementStatus::settlement)
        .map(one -> view(one.settlement(), Optional.of(one)));
  }

  private static Response shown(String katottg, Optional<SettlementStatus> status) {
    return Response.ok(view(katottg, status))
        .tag(IfMatch.tagOf(status.map(SettlementStatus::version).orElse(0)))
        .build();
  }

  private static SettlementView view(String katottg, Optional<SettlementStatus> status) {
    return SettlementView.of(Territories.ukraine().find(katottg).orElseThrow(), status);
  }

  private static Problem problemOf(StatusOutcome.Reason reason) {
    Function<String, List<FieldError>> effectiveOn =
        code -> List.of(new FieldError("effectiveOn", code, "Give the first day of the status."));
    return switch (reason) {
      case NOT_A_SETTLEMENT -> notASettlement();
      case OUTSIDE_YOUR_TERRITORY ->
          Problem.of(403, "outside-your-territory", "This settlement is outside your territory");
      case IN_THE_FUTURE -> Problems.invalid(effectiveOn.apply("in-the-future"));
      case BEFORE_PRESENT ->
          Problems.conflict("before-present-status", "Another status began after that day")
              .withErrors(effectiveOn.apply("before-present-status"));
      case CHANGED_MEANWHILE -> Problems.changedMeanwhile();
    };
  }

  private static Problem notASettlement() {
    return Problem.of(404, "not-a-settlement", "The codifier has no settlement of this code")
        .withErrors(
            List.of(new FieldError("katottg", "not-a-settlement", "Find it with q first.")));
  }
}
