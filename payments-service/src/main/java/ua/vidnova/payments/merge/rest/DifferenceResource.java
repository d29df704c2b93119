package ua.vidnova.payments.merge.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.payments.merge.Differences;
import ua.vidnova.payments.merge.Differences.Difference;
import ua.vidnova.payments.reach.CoveredSettlements;

/** Reading differences; callers see people of their territories only. */
@Path("v1/differences")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Differences", description = "What merged records brought to light")
public class DifferenceResource {

  private final Differences differences;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  DifferenceResource(Differences differences, CoveredSettlements covered, AuditTrail audit) {
    this.differences = differences;
    this.covered = covered;
    this.audit = audit;
  }

  /** Whether a difference still holds. */
  @Schema(name = "DifferenceState")
  public enum State {
    OPEN,
    /** The merge was undone. */
    LAPSED
  }

  /** A difference as payments staff see it. */
  @Schema(name = "Difference")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DifferenceView(
      UUID id,
      Differences.Kind kind,
      @Schema(description = "The person, as known now") UUID residentId,
      @Schema(description = "The award from which nothing is paid, or that paid the second time")
          UUID awardId,
      @Schema(description = "The award that is paid instead, or paid first") UUID otherAwardId,
      @Schema(examples = "2026-11", implementation = String.class) YearMonth month,
      @Schema(
              examples = "346025",
              description = "Kopiykas; with PAID_TWICE, AMOUNT_FELL and HEIRS_PAID")
          Long amountMinor,
      String currency,
      Instant openedAt,
      Instant lapsedAt) {

    static DifferenceView of(Difference one) {
      return new DifferenceView(
          one.id(),
          one.kind(),
          one.residentId(),
          one.awardId(),
          one.otherAwardId(),
          one.month(),
          one.amountMinor(),
          one.currency(),
          one.openedAt(),
          one.lapsedAt());
    }
  }

  @GET
  @Transactional
  @Operation(
      summary = "Lists what merged records brought to light and people have to settle",
      description =
          "A second award of one programme, from which nothing is paid; a record of death or"
              + " disappearance; a month that was paid twice before the records were known to be of"
              + " one person; a month that a later derivation cut, or that heirs have of somebody"
              + " who lives.")
  public Page<DifferenceView> list(
      @Parameter(description = "OPEN when absent") @QueryParam("state") State state,
      @QueryParam("residentId") UUID residentId,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            differences.list(
                new Differences.Query(
                    state != State.LAPSED,
                    Optional.ofNullable(residentId),
                    covered.ofCaller(),
                    page.afterId(),
                    page.limit() + 1)),
            page.limit(),
            one -> one.id().toString());
    audit.readAll(
        "difference", found.items().stream().map(Difference::residentId).distinct().toList());
    return found.map(DifferenceView::of);
  }
}
