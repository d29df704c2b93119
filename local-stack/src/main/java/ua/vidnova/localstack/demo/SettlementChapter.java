package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Coordination says that a settlement is liberated. */
final class SettlementChapter {
  static final String SETTLEMENTS = "/api/coordination/v1/settlements";

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
    stage
        .story()
        .step("coordinator marks it liberated, twice with the same effect", () -> liberate(found));
    return stage
        .story()
        .step("coordinator records that its post office works again", () -> postOffice(found));
  }

  private Told<String> postOffice(Fact<String> found) {
    String code = found.get();
    String path = new LiberatedPlace(stage, code).openPost("POST", "93500");
    return Told.of(code, "the post works", "look at " + stage.gateway().address(path));
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
    LiberatedPlace place = new LiberatedPlace(stage, found.get());
    JsonNode once = place.liberate();
    JsonNode again = place.liberate();

    unless(again.equals(once), "The second request changed something");
    return Told.of(
        found.get(),
        "liberated on " + once.get("effectiveOn").asText(),
        "look at " + stage.gateway().address(SETTLEMENTS + "/" + found.get()));
  }
}
