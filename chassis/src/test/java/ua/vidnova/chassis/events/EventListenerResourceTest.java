package ua.vidnova.chassis.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.thing.Hearing;
import ua.vidnova.chassis.thing.TestDatabaseReader;

@QuarkusTest
@WithPlatform
class EventListenerResourceTest {

  private static final String TOPIC = "registry.residents";
  private static final String TYPE = "ua.vidnova.registry.LifeStateChanged.v1";

  @Inject TestDatabaseReader database;

  private final UUID resident = UUID.randomUUID();

  @Test
  void the_same_event_twice_has_its_effect_once() {
    var id = tell(resident, "DECEASED", "2026-11-01");
    KafkaProbe.sendAs(
        id, TOPIC, resident.toString(), TYPE, data(resident, "DECEASED", "2026-11-01"));
    tell(resident, "LIVING", "2026-11-02");
    awaitHeard(resident, 2);
    assertThat(heard(resident)).containsExactly("DECEASED 2026-11-01", "LIVING 2026-11-02");
  }

  @Test
  void a_poison_message_is_parked_and_stops_its_key_but_no_other() {
    var neighbour = UUID.randomUUID();
    Hearing.POISONED.add(resident);
    tell(resident, "DECEASED", "2026-11-01");
    tell(resident, "LIVING", "2026-11-02");
    tell(neighbour, "DECEASED", "2026-11-03");

    awaitHeard(neighbour, 1);
    awaitParked(resident, "HANDLER_FAILED", 1);
    awaitParked(resident, "BEHIND_PARKED", 1);
    assertThat(heard(resident)).isEmpty();

    Hearing.POISONED.remove(resident);
    replay(parkedId(resident)).statusCode(200).body("replayed", equalTo(2));
    assertThat(heard(resident)).containsExactly("DECEASED 2026-11-01", "LIVING 2026-11-02");

    tell(resident, "DECEASED", "2026-11-04");
    awaitHeard(resident, 3);
  }

  @Test
  void a_replay_that_fails_again_leaves_the_message_parked() {
    Hearing.POISONED.add(resident);
    tell(resident, "DECEASED", "2026-11-01");
    awaitParked(resident, "HANDLER_FAILED", 1);
    replay(parkedId(resident)).body("replayed", equalTo(0)).body("waiting", equalTo(1));
    awaitParked(resident, "HANDLER_FAILED", 1);
  }

  @Test
  void a_discarded_message_lets_its_key_go_on() {
    Hearing.POISONED.add(resident);
    tell(resident, "DECEASED", "2026-11-01");
    awaitParked(resident, "HANDLER_FAILED", 1);
    Hearing.POISONED.remove(resident);
    given()
        .auth()
        .oauth2(administrator())
        .contentType("application/json")
        .body("{\"reason\":\"sent by mistake\"}")
        .post("/api/thing/v1/parked-messages/" + parkedId(resident) + "/discard")
        .then()
        .statusCode(204);
    tell(resident, "LIVING", "2026-11-02");
    awaitHeard(resident, 1);
  }

  @Test
  void an_unknown_type_is_parked_but_does_not_stop_its_key() {
    KafkaProbe.send(TOPIC, resident.toString(), "ua.vidnova.registry.Unheard.v1", Map.of());
    tell(resident, "DECEASED", "2026-11-01");
    awaitParked(resident, "UNKNOWN_TYPE", 1);
    awaitHeard(resident, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"residentId\":\"x\",\"lifeState\":\"DECEASED\",\"effectiveOn\":\"2026-11-01\"}",
        "{\"lifeState\":\"DECEASED\"}",
        "\u0000\u0001",
      })
  void data_that_breaks_its_schema_is_parked(String data) {
    KafkaProbe.sendAs(
        UUID.randomUUID().toString(),
        TOPIC,
        resident.toString(),
        TYPE,
        data.getBytes(StandardCharsets.UTF_8));
    awaitParked(resident, "INVALID_DATA", 1);
    assertThat(heard(resident)).isEmpty();
  }

  @Test
  void a_message_that_is_no_cloud_event_is_parked() {
    KafkaProbe.sendRaw(TOPIC, resident.toString(), Map.of("x", "\u0000"), new byte[] {1, 2, 3});
    awaitParked(resident, "NOT_A_CLOUD_EVENT", 1);
  }

  @Test
  void a_type_that_is_published_but_not_handled_here_is_passed_over() {
    KafkaProbe.send(
        TOPIC,
        resident.toString(),
        "ua.vidnova.registry.ResidentRegistered.v1",
        Map.of("residentId", resident));
    tell(resident, "DECEASED", "2026-11-01");
    awaitHeard(resident, 1);
    assertThat(parked(resident, "INVALID_DATA")).isZero();
  }

  @Test
  void only_an_administrator_sees_or_replays_parked_messages() {
    var registrar = TestTokens.staff("registrar", "registrar").token();
    given().auth().oauth2(registrar).get("/api/thing/v1/parked-messages").then().statusCode(403);
    given()
        .auth()
        .oauth2(administrator())
        .get("/api/thing/v1/parked-messages?limit=1")
        .then()
        .statusCode(200);
    given()
        .auth()
        .oauth2(administrator())
        .post("/api/thing/v1/parked-messages/" + UUID.randomUUID() + "/replay")
        .then()
        .statusCode(404);
  }

  private io.restassured.response.ValidatableResponse replay(String parkedId) {
    return given()
        .auth()
        .oauth2(administrator())
        .post("/api/thing/v1/parked-messages/" + parkedId + "/replay")
        .then();
  }

  private static String administrator() {
    return TestTokens.staff("administrator", "administrator").token();
  }

  private static String tell(UUID resident, String lifeState, String on) {
    return KafkaProbe.send(TOPIC, resident.toString(), TYPE, data(resident, lifeState, on));
  }

  private static Map<String, Object> data(UUID resident, String lifeState, String on) {
    return Map.of("residentId", resident, "lifeState", lifeState, "effectiveOn", on);
  }

  private java.util.List<String> heard(UUID resident) {
    return database.texts("select what from heard where resident = ? order by sequence", resident);
  }

  private void awaitHeard(UUID resident, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(heard(resident)).hasSize(count));
  }

  private long parked(UUID resident, String reason) {
    return database.count(
        "select count(*) from parked_message where settled_at is null and event_key = ?"
            + " and reason = ?",
        resident.toString(),
        reason);
  }

  private void awaitParked(UUID resident, String reason, long count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(parked(resident, reason)).isEqualTo(count));
  }

  private String parkedId(UUID resident) {
    return database
        .texts(
            "select id from parked_message where settled_at is null and event_key = ? order by id",
            resident.toString())
        .getFirst();
  }
}
