package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.localstack.partners.PlayedTill;

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
    String name = kind.equals("POST") ? "Відділення поштового зв’язку" : "Пересувне відділення";
    return open(
        code,
        "21560045",
        kind,
        name,
        Map.of("postalIndex", postalIndex, "status", Map.of("state", "WORKING", "since", today())));
  }

  /**
   * Says that a shop's till hands out cash here on any day, between 500 and 5000 hryvnias at once.
   *
   * @return where the place can be looked at
   */
  String openTill() {
    return open(
        "till " + code,
        PlayedTill.EDRPOU,
        "TILL",
        "Крамниця",
        Map.of(
            "limits",
            Map.of("amountMinMinor", 50_000, "amountMaxMinor", 500_000),
            "status",
            Map.of("state", "WORKING", "since", today(), "power", "MAINS", "link", "MOBILE")));
  }

  private static String today() {
    return Stage.today().toString();
  }

  /** The seed makes the id, so that a later round tells of the same place. */
  private String open(String seed, String operator, String kind, String name, Map<String, ?> more) {
    Map<String, Object> place = new HashMap<>(more);
    place.put("operator", operator);
    place.put("operatorCode", code);
    place.put("kind", kind);
    place.put("placeName", name);
    place.put("homeSettlement", code);
    place.put("serves", List.of(Map.of("settlement", code)));
    UUID id = UUID.nameUUIDFromBytes(seed.getBytes(UTF_8));
    String path = "/api/coordination/v1/cash-points/" + id;
    JsonNode saved = stage.as("coordinator").put(path, place).expect(200, 201).json();
    unless(saved.at("/status/state").asText().equals("WORKING"), "It is %s", saved.at("/status"));
    return path;
  }
}
