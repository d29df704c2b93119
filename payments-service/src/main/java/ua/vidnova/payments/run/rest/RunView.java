package ua.vidnova.payments.run.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.run.HoldReason;
import ua.vidnova.payments.run.PaymentRun;
import ua.vidnova.payments.run.RunProposals.Difference;
import ua.vidnova.payments.run.RunProposals.Proposal;
import ua.vidnova.payments.run.RunProposals.Total;
import ua.vidnova.payments.run.RunState;
import ua.vidnova.payments.run.RunSummaries.BatchSum;
import ua.vidnova.payments.run.RunSummaries.Progress;
import ua.vidnova.payments.run.RunSummaries.Summary;

/**
 * A payment run.
 *
 * @param instructions all that the run has made, without those withdrawn; 0 until it is executed
 * @param proposal only when one run is shown
 */
@Schema(name = "PaymentRun")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
    UUID id,
    @Schema(examples = "2026-11", implementation = String.class) YearMonth period,
    RunState state,
    String proposedBy,
    Instant proposedAt,
    String approvedBy,
    Instant approvedAt,
    Instant executedAt,
    @Schema(description = "Who refused or cancelled it") String endedBy,
    Instant endedAt,
    String endReason,
    ProposalView proposal,
    Progress progress,
    @Schema(examples = "198") long instructions,
    @Schema(examples = "68512950") long totalMinor,
    String currency,
    @Schema(description = "By partner and channel; v1/batches?runId= lists them")
        List<BatchSum> batches,
    List<Held> held) {

  /** What the run would send and hold back when it was proposed. */
  @Schema(name = "RunProposal")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ProposalView(
      @Schema(examples = "198") long units,
      @Schema(examples = "68512950") long totalMinor,
      @Schema(description = "Those with a hold would not be sent") List<Total> totals,
      @Schema(
              examples = "2026-10",
              implementation = String.class,
              description = "The executed period that the differences are told against")
          YearMonth comparedTo,
      List<Difference> differences) {

    private static ProposalView of(PaymentRun run, Proposal proposal) {
      var sent = proposal.totals().stream().filter(total -> total.hold() == null).toList();
      return new ProposalView(
          sent.stream().mapToLong(Total::units).sum(),
          sent.stream().mapToLong(Total::totalMinor).reduce(0, Math::addExact),
          proposal.totals(),
          run.comparedTo().orElse(null),
          proposal.differences());
    }
  }

  /** How many units were due but could not be sent, and why. */
  @Schema(name = "HeldUnits")
  public record Held(
      @Schema(examples = "SETTLEMENT_NOT_LIBERATED") HoldReason reason,
      String message,
      long units) {}

  static RunView of(PaymentRun run, Summary summary, Proposal proposal) {
    return new RunView(
        run.id(),
        run.period(),
        run.state(),
        run.proposedBy(),
        run.proposedAt(),
        run.approvedBy(),
        run.approvedAt(),
        run.executedAt(),
        run.endedBy(),
        run.endedAt(),
        run.endReason(),
        proposal == null ? null : ProposalView.of(run, proposal),
        summary.progress(),
        summary.batches().stream().mapToLong(BatchSum::instructions).sum(),
        summary.batches().stream().mapToLong(BatchSum::totalMinor).reduce(0, Math::addExact),
        "UAH",
        summary.batches(),
        summary.held().entrySet().stream()
            .map(held -> new Held(held.getKey(), held.getKey().message(), held.getValue()))
            .toList());
  }
}
