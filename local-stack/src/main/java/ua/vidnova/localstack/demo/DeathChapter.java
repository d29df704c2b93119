package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A death is recorded, and what it must stop stops by itself. */
final class DeathChapter {
  private final Stage stage;

  DeathChapter(Stage stage) {
    this.stage = stage;
  }

  /** Returns who died, once everything has stopped. */
  Fact<Resident> play(Fact<Household> household, Fact<Batches> batches, Fact<Trips> trips) {
    Fact<Resident> died =
        stage
            .story()
            .step(
                "medic records a death, before the post has taken its list",
                () -> die(household.get().dying(), trips.get()));
    stage.story().step("the registry shows the resident as deceased", () -> showDeath(died.get()));
    Fact<Resident> withdrawn =
        stage
            .story()
            .step(
                "payments withdraws what was not handed over",
                () -> showWithdrawal(died.get(), batches.get()));
    stage.story().step("payments stops the award", () -> showStop(withdrawn.get()));
    return withdrawn;
  }

  private Told<Resident> die(Resident resident, Trips trips) {
    ObjectNode body = VisitChapter.body(resident, trips);
    body.putObject("outcome").put("kind", "DECEASED").put("diedOn", "" + Stage.today());
    String visit = VisitChapter.record(stage, body);
    return Told.of(resident, "visit " + visit + " of resident " + resident.id());
  }

  private Told<Boolean> showDeath(Resident died) {
    String since =
        Eventually.get(
            "death of resident " + died.id() + " in the registry",
            () -> {
              JsonNode shown = stage.as("registrar").get(died.registryPath()).expect(200).json();
              return shown.path("lifeState").asText().equals("DECEASED")
                  ? Optional.of(shown.path("lifeStateSince").asText())
                  : Optional.empty();
            });
    return Told.done(
        "deceased since " + since, "look at " + stage.gateway().address(died.registryPath()));
  }

  private Told<Resident> showWithdrawal(Resident died, Batches batches) {
    String path = Batches.path(batches.post());
    long expected = RunChapter.unitsDue(died);
    long withdrawn =
        Eventually.get(
            "withdrawn instruction in batch " + batches.post(),
            () -> {
              JsonNode batch = stage.as("officer").get(path).expect(200).json();
              return Optional.of(batch.at("/instructionsByState/WITHDRAWN").asLong())
                  .filter(count -> count > 0);
            });
    unless(withdrawn == expected, "%d are withdrawn, expected %d", withdrawn, expected);
    return Told.of(
        died, withdrawn + " instructions withdrawn", "look at " + stage.gateway().address(path));
  }

  private Told<Boolean> showStop(Resident died) {
    AuditTrails.Entry stopped =
        new AuditTrails(stage).of("payments", died.id()).get("stopped", "award");
    return Told.done("award " + stopped.objectId() + " stopped by " + stopped.actor());
  }
}
