package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Coordination says that a settlement is liberated. */
final class SettlementChapter {
  private static final String SETTLEMENTS = "/api/coordination/v1/settlements";

  private final Stage stage;

  SettlementChapter(Stage stage) {
    this.stage = stage;
  }

  /** Returns the settlement's code. */
  Fact<String> play() {
    Fact<String> found =
        stage
            .story()
            .step(
                "coordinator finds a settlement by its Ukrainian name, Latin name and code",
                this::find);
    return stage
        .story()
        .step("coordinator marks it liberated, twice with the same effect", () -> liberate(found));
  }

  private Told<String> find() {
    String code = Place.SETTLEMENT.code();
    for (String query : List.of(Place.SETTLEMENT.nameUk(), Place.SETTLEMENT.nameLat(), code)) {
      String path = Gateway.path(SETTLEMENTS, Map.of("q", query));
      JsonNode first = stage.as("coordinator").get(path).expect(200).json().at("/items/0");
      unless(code.equals(first.path("katottg").asText()), "%s is not the first hit", code);
    }
    return Told.of(code, "settlement " + code);
  }

  private Told<String> liberate(Fact<String> found) {
    String path = SETTLEMENTS + "/" + found.get();
    JsonNode before = stage.as("coordinator").get(path).expect(200).json().path("status");
    boolean liberatedBefore = before.path("status").asText().equals("LIBERATED");
    String day = liberatedBefore ? before.get("effectiveOn").asText() : "" + Stage.today();
    Map<String, String> status = Map.of("status", "LIBERATED", "effectiveOn", day);

    JsonNode once = put(path, status);
    JsonNode again = put(path, status);

    unless(once.path("status").asText().equals("LIBERATED"), "It is %s", once.path("status"));
    unless(again.equals(once), "The second request changed something");
    return Told.of(found.get(), "liberated on " + day, "look at " + stage.gateway().address(path));
  }

  private JsonNode put(String path, Map<String, String> status) {
    return stage.as("coordinator").put(path + "/status", status).expect(200).json().get("status");
  }
}
