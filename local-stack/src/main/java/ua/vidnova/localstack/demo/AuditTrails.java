package ua.vidnova.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the auditor reads in the services' audit trails. */
final class AuditTrails {
  private final Stage stage;

  AuditTrails(Stage stage) {
    this.stage = stage;
  }

  /**
   * One line of a trail.
   *
   * @param actor subject of a token, or {@code service:NAME}
   * @param organisation of a partner; empty for others
   */
  record Entry(
      String actor, String organisation, String action, String objectType, String objectId) {}

  /** All that a service's trail says of a resident, newest first. */
  record Trail(String service, List<Entry> entries) {

    boolean has(String action, String objectType, String actor) {
      return entries.stream()
          .anyMatch(
              each ->
                  each.action().equals(action)
                      && each.objectType().equals(objectType)
                      && each.actor().equals(actor));
    }

    /**
     * @throws StepFailed if nobody did it
     */
    Entry get(String action, String objectType) {
      return entries.stream()
          .filter(each -> each.action().equals(action) && each.objectType().equals(objectType))
          .findFirst()
          .orElseThrow(
              () -> new StepFailed("No %s %s in %s".formatted(action, objectType, service)));
    }
  }

  static String path(String service, String residentId) {
    return Gateway.path(
        "/api/%s/v1/audit".formatted(service), Map.of("residentId", residentId, "limit", 200));
  }

  Trail of(String service, String residentId) {
    List<Entry> entries = new ArrayList<>();
    JsonNode page = stage.as("auditor").get(path(service, residentId)).expect(200).json();
    for (JsonNode line : page.get("items")) {
      entries.add(
          new Entry(
              line.path("actor").asText(),
              line.path("organisation").asText(""),
              line.path("action").asText(),
              line.path("objectType").asText(),
              line.path("objectId").asText("")));
    }
    return new Trail(service, entries);
  }
}
