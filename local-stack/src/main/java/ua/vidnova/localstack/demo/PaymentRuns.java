package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The officer's runs, and which batches are new after each. */
final class PaymentRuns {
  static final String PATH = "/api/payments/v1/runs";

  private final Stage stage;

  PaymentRuns(Stage stage) {
    this.stage = stage;
  }

  /**
   * What one request to run a period has made.
   *
   * @param instructions how many it has made
   * @param batches ids of the new batches, by channel
   */
  record Made(String runId, long instructions, Map<String, String> batches) {

    /** This and what a later request has made. */
    Made and(Made later) {
      Map<String, String> both = new HashMap<>(batches);
      later.batches.forEach((channel, batch) -> putOnce(both, channel, batch));
      return new Made(runId, instructions + later.instructions, both);
    }

    /**
     * @throws StepFailed unless there is one for each channel
     */
    Batches forBothChannels() {
      unless(batches.keySet().equals(Set.of("POST", "BANK")), "New batches are %s", batches);
      return new Batches(runId, batches.get("POST"), batches.get("BANK"));
    }
  }

  Made run(YearMonth period) {
    Map<String, String> before = ready();
    JsonNode run =
        stage.as("officer").post(PATH, Map.of("period", "" + period)).expect(200, 201).json();
    Map<String, String> batches = new HashMap<>();
    ready()
        .forEach(
            (batch, channel) -> {
              if (!before.containsKey(batch)) {
                putOnce(batches, channel, batch);
              }
            });
    return new Made(run.get("id").asText(), run.get("newInstructions").asLong(), batches);
  }

  private static void putOnce(Map<String, String> batches, String channel, String batch) {
    String other = batches.put(channel, batch);
    unless(other == null, "Two new batches of one channel: %s, %s", other, batch);
  }

  /** The newest batches that no partner has taken, with their channels. */
  private Map<String, String> ready() {
    Map<String, String> channels = new HashMap<>();
    String path = Gateway.path(Batches.PATH, Map.of("state", "READY", "limit", 200));
    for (JsonNode batch : stage.as("officer").get(path).expect(200).json().get("items")) {
      channels.put(batch.get("id").asText(), batch.get("channel").asText());
    }
    return channels;
  }
}
