package ua.vidnova.payments.heirs.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.payments.heirs.UnpaidOnDeath;
import ua.vidnova.payments.heirs.UnpaidOnDeath.Deceased;
import ua.vidnova.payments.reach.CoveredSettlements;

/** What was unpaid when people died; callers see people of their territories only. */
@Path("v1/unpaid-on-death")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Heirs", description = "What was unpaid on death, and its way to the heirs")
public class UnpaidResource {

  private final UnpaidOnDeath unpaid;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  UnpaidResource(UnpaidOnDeath unpaid, CoveredSettlements covered, AuditTrail audit) {
    this.unpaid = unpaid;
    this.covered = covered;
    this.audit = audit;
  }

  /** Somebody who died, with what was unpaid to them. */
  @Schema(name = "UnpaidOnDeath")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UnpaidView(
      UUID residentId,
      LocalDate diedOn,
      @Schema(examples = "692050") long totalMinor,
      String currency,
      List<MonthView> months) {

    static UnpaidView of(Deceased deceased) {
      return new UnpaidView(
          deceased.residentId(),
          deceased.diedOn(),
          deceased.totalMinor(),
          "UAH",
          deceased.months().stream()
              .map(
                  month ->
                      new MonthView(
                          month.unitId(),
                          month.programme(),
                          month.month(),
                          month.amountMinor(),
                          month.claimed()))
              .toList());
    }
  }

  /** A month that was unpaid. */
  @Schema(name = "UnpaidMonth")
  public record MonthView(
      UUID unitId,
      @Schema(examples = "PENSION") String programme,
      @Schema(examples = "2026-10", implementation = String.class) YearMonth month,
      @Schema(examples = "346025") long amountMinor,
      @Schema(description = "Whether a claim for it waits for a decision") boolean claimed) {}

  @GET
  @Transactional
  @Operation(summary = "Lists what was unpaid when people died and is not passed on")
  public Page<UnpaidView> list(
      @QueryParam("residentId") UUID residentId,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            unpaid.list(
                new UnpaidOnDeath.Query(
                    Optional.ofNullable(residentId),
                    covered.ofCaller(),
                    page.afterId(),
                    page.limit() + 1)),
            page.limit(),
            deceased -> deceased.residentId().toString());
    audit.readAll("unpaid-on-death", found.items().stream().map(Deceased::residentId).toList());
    return found.map(UnpaidView::of);
  }
}
