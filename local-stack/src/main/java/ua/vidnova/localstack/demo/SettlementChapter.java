package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
    stage
        .story()
        .step("coordinator marks it liberated, twice with the same effect", () -> liberate(found));
    return stage
        .story()
        .step("coordinator records that its post office works again", () -> postOffice(found));
  }

  private Told<String> postOffice(Fact<String> found) {
    String code = found.get();
    UUID id = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    Map<String, Object> office =
        Map.of(
            "operator",
            "21560045",
            "operatorCode",
            code,
            "kind",
            "POST",
            "placeName",
            "Відділення поштового зв’язку",
            "homeSettlement",
            code,
            "serves",
            List.of(Map.of("settlement", code)),
            "postalIndex",
            "93500",
            "status",
            Map.of("state", "WORKING", "since", "" + Stage.today()));
    String path = "/api/coordination/v1/cash-points/" + id;
    JsonNode saved = stage.as("coordinator").put(path, office).expect(200, 201).json();
    unless(saved.at("/status/state").asText().equals("WORKING"), "It is %s", saved.at("/status"));
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
