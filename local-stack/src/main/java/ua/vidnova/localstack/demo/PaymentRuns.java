package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs that two people decide, and their batches. */
final class PaymentRuns {
  static final String PATH = "/api/payments/v1/runs";

  private final Stage stage;

  PaymentRuns(Stage stage) {
    this.stage = stage;
  }

  /**
   * What a run has made.
   *
   * @param instructions how many it has made
   * @param batches ids of its batches, by channel
   */
  record Made(String runId, long instructions, Map<String, String> batches) {

    /** This and what a later run has made. */
    Made and(Made later) {
      Map<String, String> both = new HashMap<>(batches);
      later.batches.forEach((channel, batch) -> putOnce(both, channel, batch));
      return new Made(runId, instructions + later.instructions, both);
    }

    /**
     * @throws StepFailed unless there is one for each channel
     */
    Batches forBothChannels() {
      unless(batches.keySet().equals(Set.of("POST", "BANK")), "Batches are %s", batches);
      return new Batches(runId, batches.get("POST"), batches.get("BANK"));
    }
  }

  /** The officer proposes, the approver approves, and the shards are waited for. */
  Made run(YearMonth period) {
    JsonNode proposal =
        stage.as("officer").post(PATH, Map.of("period", "" + period)).expect(201).json();
    String path = PATH + "/" + proposal.get("id").asText();
    stage.as("approver").post(path + "/approval").expect(200);
    JsonNode run =
        Eventually.get(
            "executed run",
            () ->
                Optional.of(stage.as("officer").get(path).expect(200).json())
                    .filter(each -> each.get("state").asText().equals("EXECUTED")));
    return new Made(
        run.get("id").asText(), run.get("instructions").asLong(), batches(run.get("id").asText()));
  }

  private Map<String, String> batches(String runId) {
    Map<String, String> channels = new HashMap<>();
    String path = Gateway.path(Batches.PATH, Map.of("runId", runId, "limit", 200));
    for (JsonNode batch : stage.as("officer").get(path).expect(200).json().get("items")) {
      putOnce(channels, batch.get("channel").asText(), batch.get("id").asText());
    }
    return channels;
  }

  private static void putOnce(Map<String, String> batches, String channel, String batch) {
    String other = batches.put(channel, batch);
    unless(other == null, "Two batches of one channel: %s, %s", other, batch);
  }
}
