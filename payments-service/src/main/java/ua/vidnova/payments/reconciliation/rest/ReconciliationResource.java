package ua.vidnova.payments.reconciliation.rest;

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
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.reach.CoveredSettlements;
import ua.vidnova.payments.reconciliation.FindOpenInstructions;
import ua.vidnova.payments.reconciliation.OpenInstruction;
import ua.vidnova.payments.reconciliation.ReportDifferences;
import ua.vidnova.payments.resident.Channel;

/** What is handed over and has no outcome. */
@Path("v1/reconciliation")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Reconciliation", description = "What is open, how old it is, and what is awaited")
public class ReconciliationResource {

  private final FindOpenInstructions instructions;
  private final ReportDifferences differences;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  ReconciliationResource(
      FindOpenInstructions instructions,
      ReportDifferences differences,
      CoveredSettlements covered,
      AuditTrail audit) {
    this.instructions = instructions;
    this.differences = differences;
    this.covered = covered;
    this.audit = audit;
  }

  /** How much is open, of all territories; no person can be told from it. */
  @Schema(name = "Reconciliation")
  public record SummaryView(
      List<FindOpenInstructions.Sum> instructions, List<ReportDifferences.Sum> differences) {}

  /** An instruction that a partner has and that has no outcome. */
  @Schema(name = "OpenInstruction")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OpenInstructionView(
      UUID instructionId,
      UUID batchId,
      @Schema(examples = "21560045", description = "ЄДРПОУ") String partner,
      Channel channel,
      UUID residentId,
      @Schema(examples = "2026-11", implementation = String.class) YearMonth month,
      @Schema(examples = "346025") long amountMinor,
      String currency,
      LocalDate handedOverOn,
      @Schema(examples = "7") int ageDays,
      OpenInstruction.Awaited awaited,
      LocalDate expectedBy,
      boolean overdue,
      @Schema(examples = "ACSP", description = "The partner's last status") String lastWord) {

    static OpenInstructionView of(OpenInstruction one) {
      return new OpenInstructionView(
          one.instructionId(),
          one.batchId(),
          one.partner(),
          one.channel(),
          one.residentId(),
          one.month(),
          one.amountMinor(),
          "UAH",
          one.handedOverOn(),
          one.ageDays(),
          one.awaited(),
          one.expectedBy(),
          one.overdue(),
          one.lastWord().orElse(null));
    }
  }

  @GET
  @Operation(summary = "Sums up what is open, by partner")
  public SummaryView summary() {
    return new SummaryView(instructions.sum(), differences.sum());
  }

  @GET
  @Path("open")
  @Transactional
  @Operation(
      summary = "Lists the instructions that have no outcome, oldest first",
      description = "Only residents of the caller's territories.")
  public Page<OpenInstructionView> open(
      @QueryParam("partner") String partner,
      @QueryParam("olderThanDays") Integer olderThanDays,
      @QueryParam("overdue") Boolean overdue,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    if (olderThanDays != null && olderThanDays < 0) {
      throw new ProblemException(
          Problems.badParameter("olderThanDays", "out-of-range", "Take 0 or more."));
    }
    var found =
        Page.of(
            instructions.list(
                new FindOpenInstructions.Query(
                    covered.ofCaller(),
                    Optional.ofNullable(partner),
                    olderThanDays == null ? 0 : olderThanDays,
                    Boolean.TRUE.equals(overdue),
                    page.afterId(),
                    page.limit() + 1)),
            page.limit(),
            one -> one.instructionId().toString());
    audit.readAll(
        "open-instruction",
        found.items().stream().map(OpenInstruction::residentId).distinct().toList());
    return found.map(OpenInstructionView::of);
  }
}
