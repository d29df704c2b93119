package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import ua.vidnova.localstack.demo.PaymentRuns.Made;
import ua.vidnova.localstack.demo.PaymentRuns.Proposed;

/** A payment run turns what is due into instructions, once two people have decided it. */
final class RunChapter {
  /** Has the roles of officer and approver both. */
  private static final String HEAD = "payments-head";

  private final Stage stage;
  private final PaymentRuns runs;

  RunChapter(Stage stage) {
    this.stage = stage;
    this.runs = new PaymentRuns(stage);
  }

  Fact<Batches> play(Fact<Household> entitled) {
    Fact<Proposed> proposed =
        stage
            .story()
            .step(
                "a run is proposed: how much would go out by which channel, what would be held",
                () -> propose(entitled.get()));
    stage
        .story()
        .step(
            "who proposed the run cannot approve it, not even with both roles",
            () -> refuseSamePerson(proposed.get()));
    Fact<Batches> batches =
        stage
            .story()
            .step(
                "another person approves it: an instruction for each payable month, a batch for"
                    + " each channel",
                () -> approve(proposed.get()));
    stage.story().step("another run makes nothing new", () -> runAgain(batches.get()));
    return batches;
  }

  /** Proposes anew while payments has not heard yet that the post may deliver. */
  private Told<Proposed> propose(Household entitled) {
    long expected = entitled.entitled().stream().mapToLong(RunChapter::unitsDue).sum();
    Proposed run =
        Eventually.get(
            "proposal that pays %d months".formatted(expected),
            () -> {
              Proposed now = runs.propose(HEAD, Stage.thisMonth());
              if (now.units() >= expected) {
                return Optional.of(now);
              }
              runs.takeBack(HEAD, now);
              return Optional.empty();
            });
    return new Told<>(run, run.totals());
  }

  /** The current month and at most a year of arrears. */
  static long unitsDue(Resident resident) {
    long unpaid = ChronoUnit.MONTHS.between(resident.award().firstUnpaidMonth(), Stage.thisMonth());
    return 1 + Math.min(unpaid, ResumptionChapter.FIRST_PAYMENT_MONTHS);
  }

  private Told<Boolean> refuseSamePerson(Proposed run) {
    stage.as(HEAD).post(run.path() + "/approval").expectProblem(409, "same-person");
    return Told.done("payments-head: 409 same-person");
  }

  private Told<Batches> approve(Proposed run) {
    Made made = runs.approve(run);
    unless(made.instructions() == run.units(), "%d instructions", made.instructions());
    Batches batches = made.forBothChannels();
    return Told.of(
        batches,
        "%d instructions in batches %s (post), %s (bank)"
            .formatted(made.instructions(), batches.post(), batches.bank()),
        "look at " + stage.gateway().address(run.path()));
  }

  private Told<Boolean> runAgain(Batches batches) {
    Made made = runs.run(Stage.thisMonth());

    unless(!made.runId().equals(batches.runId()), "It is the same run");
    unless(made.instructions() == 0, "%d new instructions", made.instructions());
    unless(made.batches().equals(Map.of()), "Batches %s", made.batches());
    return Told.done("no instruction in run " + made.runId());
  }
}
