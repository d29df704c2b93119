package ua.vidnova.registry.followup;

import static org.awaitility.Awaitility.await;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;

/** What medical tells, and what a registrar makes of it. */
final class FollowUpsApi {

  static final String FOLLOW_UPS = "/api/registry/v1/follow-ups";

  private FollowUpsApi() {}

  /** What a sample says, of a resident and a new visit. */
  static ObjectNode outcome(String name, String residentId) {
    return EventSamples.json("medical.outcomes", name + ".v1")
        .put("residentId", residentId)
        .put("visitId", Ids.newId().toString());
  }

  static void tell(String name, ObjectNode data) {
    KafkaProbe.send(
        "medical.outcomes",
        data.get("residentId").asText(),
        "ua.vidnova.medical." + name + ".v1",
        data);
  }

  /** What medical sends to take back what it told of. */
  static ObjectNode withdrawal(ObjectNode told, String kind) {
    var data = EventSamples.json("medical.outcomes", "OutcomeWithdrawn.v1");
    data.set("residentId", told.get("residentId"));
    data.set("visitId", told.get("visitId"));
    data.put("outcome", kind);
    if (told.has("child")) {
      data.set("child", told.get("child"));
    } else {
      data.remove("child");
    }
    return data;
  }

  /** Tells something that happened at a time, whenever it arrives. */
  static void tellAt(Instant time, String name, ObjectNode data) {
    KafkaProbe.sendRaw(
        "medical.outcomes",
        data.get("residentId").asText(),
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            Ids.newId().toString(),
            "ce_source",
            "/vidnova/test",
            "ce_type",
            "ua.vidnova.medical." + name + ".v1",
            "ce_time",
            time.toString(),
            "content-type",
            "application/json"),
        data.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Tells of a resident and returns the follow-up that comes of it. */
  static String opened(String name, String residentId) {
    tell(name, outcome(name, residentId));
    return awaitOf(residentId, 1).getFirst().get("id").toString();
  }

  /** The open follow-ups of a resident, once there are as many. */
  static List<Map<String, Object>> awaitOf(String residentId, int count) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> listOf(residentId, "", registrar()), found -> found.size() == count);
  }

  /** Those of a resident on the first page of 200 that a query, such as {@code &kind=…}, finds. */
  static List<Map<String, Object>> listOf(String residentId, String query, String token) {
    var listed = as(token).get(FOLLOW_UPS + "?limit=200" + query).then().statusCode(200).extract();
    return listed
        .jsonPath()
        .getList("items.findAll { it.residentId == '%s' }".formatted(residentId));
  }

  static ValidatableResponse close(String id, String state, String note, String token) {
    return post(id, "{\"state\": \"%s\", \"note\": \"%s\"}".formatted(state, note), token);
  }

  static ValidatableResponse post(String id, String body, String token) {
    return as(token)
        .contentType("application/json; charset=utf-8")
        .body(body)
        .post(FOLLOW_UPS + "/" + id + "/closure")
        .then();
  }

  static void awaitTrail(String residentId, Predicate<List<String>> fits) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                as(staff(Roles.AUDITOR))
                    .queryParam("residentId", residentId)
                    .queryParam("limit", 200)
                    .get("/api/registry/v1/audit")
                    .jsonPath()
                    .getList("items.findAll { it.objectType == 'follow-up' }.action", String.class),
            fits);
  }
}
