package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A payment run turns what is due into instructions. */
final class RunChapter {
  private final Stage stage;
  private final PaymentRuns runs;

  RunChapter(Stage stage) {
    this.stage = stage;
    this.runs = new PaymentRuns(stage);
  }

  Fact<Batches> play(Fact<Household> entitled) {
    Fact<Batches> batches =
        stage
            .story()
            .step(
                "officer proposes this month's run, approver approves it: an instruction for each"
                    + " payable unit, a batch for each channel",
                () -> run(entitled.get()));
    stage.story().step("another run makes nothing new", () -> runAgain(batches.get()));
    return batches;
  }

  /** Repeats the run while payments has not heard yet that the post may deliver. */
  private Told<Batches> run(Household entitled) {
    long expected = entitled.entitled().stream().mapToLong(RunChapter::unitsDue).sum();
    AtomicReference<PaymentRuns.Made> all = new AtomicReference<>();
    PaymentRuns.Made made =
        Eventually.get(
            "instruction for each of %d units".formatted(expected),
            () -> {
              PaymentRuns.Made now = runs.run(Stage.thisMonth());
              return Optional.of(
                      all.accumulateAndGet(now, (was, more) -> was == null ? more : was.and(more)))
                  .filter(sum -> sum.instructions() >= expected);
            });
    Batches batches = made.forBothChannels();
    return Told.of(
        batches,
        "%d instructions in batches %s (post), %s (bank)"
            .formatted(made.instructions(), batches.post(), batches.bank()),
        "look at " + stage.gateway().address(PaymentRuns.PATH + "/" + made.runId()));
  }

  /** The current month and at most a year of arrears. */
  static long unitsDue(Resident resident) {
    long unpaid = ChronoUnit.MONTHS.between(resident.award().firstUnpaidMonth(), Stage.thisMonth());
    return 1 + Math.min(unpaid, ResumptionChapter.FIRST_PAYMENT_MONTHS);
  }

  private Told<Boolean> runAgain(Batches batches) {
    PaymentRuns.Made made = runs.run(Stage.thisMonth());

    unless(!made.runId().equals(batches.runId()), "It is the same run");
    unless(made.instructions() == 0, "%d new instructions", made.instructions());
    unless(made.batches().equals(Map.of()), "Batches %s", made.batches());
    return Told.done("no instruction in run " + made.runId());
  }
}
