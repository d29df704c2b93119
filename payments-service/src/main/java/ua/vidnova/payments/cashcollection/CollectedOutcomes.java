package ua.vidnova.payments.cashcollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.batch.Batch;
import ua.vidnova.payments.batch.ReportResult;
import ua.vidnova.payments.batch.ReportRules.Verdict;
import ua.vidnova.payments.batch.ReportedOutcome;
import ua.vidnova.payments.batch.TakeReport;
import ua.vidnova.payments.run.InstructionState;

/** What became of collected cash goes the way of every partner's report. */
@ApplicationScoped
class CollectedOutcomes {

  private final TakeReport takeReport;

  @Inject
  CollectedOutcomes(TakeReport takeReport) {
    this.takeReport = takeReport;
  }

  /** Why the day cannot be; empty when all was taken over. */
  Optional<Verdict> report(
      UUID batchId, Collection<UUID> instructionIds, InstructionState outcome, LocalDate on) {
    if (instructionIds.isEmpty()) {
      return Optional.empty();
    }
    var lines =
        instructionIds.stream()
            .map(id -> new ReportedOutcome(batchId, id, outcome, on, null, null, null))
            .toList();
    var partner = Batch.<Batch>findById(batchId).partner();
    if (!(takeReport.take(batchId, partner, lines) instanceof ReportResult.Taken taken)) {
      throw new IllegalStateException("Batch " + batchId + " was not handed over");
    }
    return taken.refused().stream().findFirst().map(CollectedOutcomes::aboutDay);
  }

  /** Of lines that stand on the list and have no outcome, only the day can be wrong. */
  private static Verdict aboutDay(ReportResult.RefusedLine line) {
    return switch (line.verdict()) {
      case IN_THE_FUTURE, BEFORE_HAND_OVER -> line.verdict();
      default ->
          throw new IllegalStateException(
              "Instruction " + line.instructionId() + " is " + line.verdict());
    };
  }
}
