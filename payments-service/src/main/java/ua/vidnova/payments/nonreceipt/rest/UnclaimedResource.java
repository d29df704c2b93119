package ua.vidnova.payments.nonreceipt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.nonreceipt.Unclaimed;
import ua.vidnova.payments.reach.CoveredSettlements;

/** What was sent and not collected, of residents of the caller's territories. */
@Path("v1/unclaimed")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Unclaimed", description = "Payments that nobody collects (Law 1058-IV art. 49)")
public class UnclaimedResource {

  private final Unclaimed unclaimed;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  UnclaimedResource(Unclaimed unclaimed, CoveredSettlements covered, AuditTrail audit) {
    this.unclaimed = unclaimed;
    this.covered = covered;
    this.audit = audit;
  }

  /** An award of which nothing is collected. */
  @Schema(name = "UnclaimedAward")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UnclaimedView(
      UUID awardId,
      @Schema(description = "The person, as known now") UUID residentId,
      String settlement,
      @Schema(description = "Periods missed since the last collection") int months,
      @Schema(examples = "2026-08", implementation = String.class) YearMonth since,
      @Schema(examples = "2026-11", implementation = String.class) YearMonth last,
      @Schema(description = "Kopiykas that came back and are still owed") long unclaimedMinor,
      @Schema(examples = "UAH") String currency,
      @Schema(description = "When the person was warned") LocalDate noticedOn) {

    static UnclaimedView of(Unclaimed.Award one) {
      return new UnclaimedView(
          one.awardId(),
          one.residentId(),
          one.settlement(),
          one.months(),
          one.since(),
          one.last(),
          one.unclaimedMinor(),
          "UAH",
          one.noticedOn());
    }
  }

  @GET
  @Transactional
  @Operation(summary = "Lists awards of which nothing was collected for some months")
  public Page<UnclaimedView> list(
      @Parameter(description = "At least so many; 1 when absent") @QueryParam("months")
          Integer months,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    if (months != null && months < 1) {
      throw new ProblemException(
          Problems.badParameter("months", "out-of-range", "At least one month."));
    }
    var found =
        Page.of(
            unclaimed.list(
                months == null ? 1 : months, covered.ofCaller(), page.afterId(), page.limit() + 1),
            page.limit(),
            one -> one.awardId().toString());
    audit.readAll("award", found.items().stream().map(Unclaimed.Award::residentId).toList());
    return found.map(UnclaimedView::of);
  }
}
