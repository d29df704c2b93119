package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A settlement as the coordinator tells of it. */
final class LiberatedPlace {
  private final Stage stage;
  private final String code;

  /**
   * @param code КАТОТТГ
   */
  LiberatedPlace(Stage stage, String code) {
    this.stage = stage;
    this.code = code;
  }

  /** Marks it liberated as of today, or as of the day that an earlier round told. */
  JsonNode liberate() {
    String path = SettlementChapter.SETTLEMENTS + "/" + code;
    JsonNode before = stage.as("coordinator").get(path).expect(200).json().path("status");
    String day =
        before.path("status").asText().equals("LIBERATED")
            ? before.get("effectiveOn").asText()
            : "" + Stage.today();
    JsonNode status =
        stage
            .as("coordinator")
            .put(path + "/status", Map.of("status", "LIBERATED", "effectiveOn", day))
            .expect(200)
            .json()
            .get("status");
    unless(status.path("status").asText().equals("LIBERATED"), "It is %s", status);
    return status;
  }

  /**
   * Says that the post pays here on any day.
   *
   * @param kind POST or MOBILE_POST
   * @return where the place can be looked at
   */
  String openPost(String kind, String postalIndex) {
    Map<String, Object> post =
        Map.of(
            "operator",
            "21560045",
            "operatorCode",
            code,
            "kind",
            kind,
            "placeName",
            kind.equals("POST") ? "Відділення поштового зв’язку" : "Пересувне відділення",
            "homeSettlement",
            code,
            "serves",
            List.of(Map.of("settlement", code)),
            "postalIndex",
            postalIndex,
            "status",
            Map.of("state", "WORKING", "since", "" + Stage.today()));
    String path =
        "/api/coordination/v1/cash-points/" + UUID.nameUUIDFromBytes(code.getBytes(UTF_8));
    JsonNode saved = stage.as("coordinator").put(path, post).expect(200, 201).json();
    unless(saved.at("/status/state").asText().equals("WORKING"), "It is %s", saved.at("/status"));
    return path;
  }
}
