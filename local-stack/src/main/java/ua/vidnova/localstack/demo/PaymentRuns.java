package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
   * A run that waits for another person's decision.
   *
   * @param units that it would pay
   * @param totals what it would send by which channel, and hold back, for people to read
   */
  record Proposed(String id, long units, List<String> totals) {

    String path() {
      return PATH + "/" + id;
    }
  }

  /**
   * What a run has made.
   *
   * @param instructions how many it has made
   * @param batches ids of its batches, by channel
   */
  record Made(String runId, long instructions, Map<String, String> batches) {

    /**
     * @throws StepFailed unless there is one for each channel
     */
    Batches forBothChannels() {
      unless(batches.keySet().equals(Set.of("POST", "BANK")), "Batches are %s", batches);
      return new Batches(runId, batches.get("POST"), batches.get("BANK"));
    }
  }

  /** Somebody proposes a run. */
  Proposed propose(String who, YearMonth period) {
    JsonNode run = stage.as(who).post(PATH, Map.of("period", "" + period)).expect(201).json();
    List<String> totals = new ArrayList<>();
    for (JsonNode total : run.at("/proposal/totals")) {
      totals.add(
          "%s: %d months, %s UAH, %s"
              .formatted(
                  total.get("programme").asText(),
                  total.get("units").asLong(),
                  BigDecimal.valueOf(total.get("totalMinor").asLong(), 2),
                  total.hasNonNull("hold")
                      ? "held: " + total.get("hold").asText()
                      : "by " + total.get("channel").asText()));
    }
    return new Proposed(run.get("id").asText(), run.at("/proposal/units").asLong(), totals);
  }

  /** Whoever proposed it takes it back. */
  void takeBack(String who, Proposed run) {
    stage.as(who).post(run.path() + "/refusal", Map.of("reason", "Не все ще відомо.")).expect(200);
  }

  /** The approver approves, and the shards are waited for. */
  Made approve(Proposed proposed) {
    stage.as("approver").post(proposed.path() + "/approval").expect(200);
    JsonNode run =
        Eventually.get(
            "executed run",
            () ->
                Optional.of(stage.as("officer").get(proposed.path()).expect(200).json())
                    .filter(each -> each.get("state").asText().equals("EXECUTED")));
    return new Made(
        proposed.id(), run.get("instructions").asLong(), batches(run.get("id").asText()));
  }

  /** The officer proposes, the approver approves. */
  Made run(YearMonth period) {
    return approve(propose("officer", period));
  }

  private Map<String, String> batches(String runId) {
    Map<String, String> channels = new HashMap<>();
    String path = Gateway.path(Batches.PATH, Map.of("runId", runId, "limit", 200));
    for (JsonNode batch : stage.as("officer").get(path).expect(200).json().get("items")) {
      String channel = batch.get("channel").asText();
      String other = channels.put(channel, batch.get("id").asText());
      unless(other == null, "Two batches of one channel: %s, %s", other, batch.get("id").asText());
    }
    return channels;
  }
}
