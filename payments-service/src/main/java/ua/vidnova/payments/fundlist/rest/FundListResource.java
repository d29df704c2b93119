package ua.vidnova.payments.fundlist.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.fundlist.DecidedCase;
import ua.vidnova.payments.fundlist.FundLists;
import ua.vidnova.payments.fundlist.UnpaidUnit;
import ua.vidnova.payments.reach.Reader;

/** The Pension Fund's exit: what became of the awards that it brought. */
@Path("v1")
@Tag(name = "Pension Fund lists", description = "Partner API of the Pension Fund")
public class FundListResource {

  private static final String SCOPE = "payments.decisions:read";
  private static final String CSV = "text/csv;charset=UTF-8;header=present";
  private static final int DAYS_MAX = 31;

  /** The cursor of the next page of a file; absent on the last. */
  private static final String NEXT = "Next-Cursor";

  private final FundLists lists;
  private final Reader reader;
  private final AuditTrail audit;

  @Inject
  FundListResource(FundLists lists, Reader reader, AuditTrail audit) {
    this.lists = lists;
    this.reader = reader;
    this.audit = audit;
  }

  /** A decision. */
  @Schema(name = "Decision")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DecisionView(
      UUID resumptionId,
      UUID awardId,
      @Schema(examples = "1873412342") String rnokpp,
      DecidedCase.Decision decision,
      LocalDate decidedOn,
      @Schema(examples = "2026-11", implementation = String.class) YearMonth firstMonth,
      @Schema(examples = "4152300") long arrearsMinor,
      String currency,
      String reason) {

    static DecisionView of(DecidedCase one) {
      return new DecisionView(
          one.resumptionId(),
          one.awardId(),
          one.rnokpp(),
          one.decision(),
          one.decidedOn(),
          one.firstMonth(),
          one.arrearsMinor(),
          "UAH",
          one.reason());
    }
  }

  /** A month that was not paid. */
  @Schema(name = "UnpaidUnit")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UnpaidView(
      UUID unitId,
      UUID awardId,
      @Schema(examples = "1873412342") String rnokpp,
      @Schema(examples = "2026-10", implementation = String.class) YearMonth month,
      @Schema(examples = "346025") long amountMinor,
      String currency,
      UnpaidUnit.Cause cause,
      @Schema(examples = "UNPAID", description = "The partner's code") String reason,
      LocalDate occurredOn) {

    static UnpaidView of(UnpaidUnit one) {
      return new UnpaidView(
          one.unitId(),
          one.awardId(),
          one.rnokpp(),
          one.month(),
          one.amountMinor(),
          "UAH",
          one.cause(),
          one.reason(),
          one.occurredOn());
    }
  }

  @GET
  @Path("decisions")
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed(SCOPE)
  @Operation(
      summary = "Lists what was decided on one's own awards",
      description = "At most 31 days at once. As text/csv the header Next-Cursor has the cursor.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400", description = "Days that cannot be read, or too many")
  public Page<DecisionView> decisions(
      @Parameter(required = true, example = "2026-11-01") @QueryParam("from") LocalDate from,
      @Parameter(required = true, example = "2026-11-30") @QueryParam("to") LocalDate to,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return readDecisions(from, to, PageRequest.of(limit, after)).map(DecisionView::of);
  }

  @GET
  @Path("decisions")
  @Produces(CSV)
  @Transactional
  @PermissionsAllowed(SCOPE)
  public Response decisionsFile(
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return file(readDecisions(from, to, PageRequest.of(limit, after)), FundListFile::ofDecisions);
  }

  @GET
  @Path("unpaid-units")
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed(SCOPE)
  @Operation(
      summary = "Lists the months of one's own awards that were not paid in a period",
      description =
          "What partners returned and is still owed, and what is owed on a death in that month.")
  @APIResponse(responseCode = "200")
  public Page<UnpaidView> unpaid(
      @Parameter(required = true, example = "2026-11") @QueryParam("period") YearMonth period,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return readUnpaid(period, PageRequest.of(limit, after)).map(UnpaidView::of);
  }

  @GET
  @Path("unpaid-units")
  @Produces(CSV)
  @Transactional
  @PermissionsAllowed(SCOPE)
  public Response unpaidFile(
      @QueryParam("period") YearMonth period,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return file(readUnpaid(period, PageRequest.of(limit, after)), FundListFile::ofUnpaid);
  }

  private Page<DecidedCase> readDecisions(LocalDate from, LocalDate to, PageRequest page) {
    if (from == null || to == null) {
      throw bad(from == null ? "from" : "to", "missing", "Say which day, as YYYY-MM-DD.");
    }
    var days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > DAYS_MAX) {
      throw bad("to", "out-of-range", "Take 1 to " + DAYS_MAX + " days.");
    }
    return audited(
        Page.of(
            lists.listDecisions(reader.partner(), from, to, page.afterId(), page.limit() + 1),
            page.limit(),
            one -> one.resumptionId().toString()),
        "decision",
        DecidedCase::residentId);
  }

  private Page<UnpaidUnit> readUnpaid(YearMonth period, PageRequest page) {
    if (period == null) {
      throw bad("period", "missing", "Say which month, as YYYY-MM.");
    }
    return audited(
        Page.of(
            lists.listUnpaid(reader.partner(), period, page.afterId(), page.limit() + 1),
            page.limit(),
            one -> one.unitId().toString()),
        "unpaid-unit",
        UnpaidUnit::residentId);
  }

  private <T> Page<T> audited(Page<T> page, String type, Function<T, UUID> resident) {
    audit.readAll(type, page.items().stream().map(resident).distinct().toList());
    return page;
  }

  private static <T> Response file(Page<T> page, Function<List<T>, String> format) {
    var answer = Response.ok(format.apply(page.items()), MediaType.valueOf(CSV));
    return page.next() == null ? answer.build() : answer.header(NEXT, page.next()).build();
  }

  private static ProblemException bad(String parameter, String code, String message) {
    return new ProblemException(Problems.badParameter(parameter, code, message));
  }
}
