package ua.vidnova.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.woman;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventContract;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class EventsResourceTest {

  private static final String REGISTERED = "ua.vidnova.registry.ResidentRegistered.v1";
  private static final String IDENTIFIED = "ua.vidnova.registry.IdentityEstablished.v1";
  private static final String LIFE_STATE = "ua.vidnova.registry.LifeStateChanged.v1";
  private static final String DEATH = "ua.vidnova.medical.DeathRecorded.v1";
  private static final String DEATH_WITHDRAWN = "ua.vidnova.medical.DeathWithdrawn.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject @Any Instance<EventHandler<?>> handlers;

  @Test
  void it_handles_what_contracts_says_it_receives() {
    EventContract.assertHandlesWhatItReceives("registry", handlers);
  }

  @Test
  void a_registration_is_told_with_and_without_the_name() {
    var person = woman();
    var id = registered(person);
    var registration = KafkaProbe.await("registry.residents", REGISTERED, about(id));
    assertThat(registration.key()).isEqualTo(id);
    assertThat(registration.data())
        .isEqualTo(
            TestPeople.read(
                """
                {"residentId": "%s", "settlement": "%s", "registeredOn": "%s"}
                """
                    .formatted(
                        id,
                        TestPeople.ALCHEVSK,
                        registration.data().get("registeredOn").asText())));
    var identity = KafkaProbe.await("registry.identity", IDENTIFIED, about(id)).data();
    assertThat(identity.at("/name/family")).isEqualTo(person.at("/name/family"));
    assertThat(identity.get("rnokpp")).isEqualTo(person.get("rnokpp"));
    assertThat(identity.get("paymentChannel")).isEqualTo(person.get("paymentChannel"));
    assertThat(identity.get("evidenceLevel").asText()).isEqualTo("ORIGINAL");
    assertThat(identity.get("identifiedOn").asText()).isEqualTo("2026-11-16");
    assertThat(identity.get("noRussianPensionDeclaredOn").asText()).isEqualTo("2026-11-16");
  }

  @Test
  void a_person_who_states_no_channel_is_told_without_one() {
    var id = registered(with(woman(), "/paymentChannel", ""));
    var identity = KafkaProbe.await("registry.identity", IDENTIFIED, about(id)).data();
    assertThat(identity.has("paymentChannel")).isFalse();
  }

  @Test
  void a_refused_registration_is_told_to_nobody() {
    var known = woman();
    registered(known);
    var again = woman().put("id", Ids.newId().toString());
    RegistryApi.register(again.put("rnokpp", known.get("rnokpp").asText())).statusCode(409);
    var last = registered(woman());
    KafkaProbe.await("registry.residents", REGISTERED, about(last));
    assertThat(KafkaProbe.all("registry.residents"))
        .noneMatch(told -> told.key().equals(again.get("id").asText()));
  }

  @Test
  void a_death_changes_the_life_state_once_however_often_it_is_told() {
    var id = registered(woman());
    var death = death(id, "2026-11-19");
    var eventId = KafkaProbe.send("medical.outcomes", id, DEATH, death);
    KafkaProbe.sendAs(eventId, "medical.outcomes", id, DEATH, death);
    KafkaProbe.send("medical.outcomes", id, DEATH, death);
    awaitTrail(id, "death-confirmed");
    var changed = KafkaProbe.await("registry.residents", LIFE_STATE, about(id));
    assertThat(changed.key()).isEqualTo(id);
    assertThat(changed.data())
        .isEqualTo(
            TestPeople.read(
                """
                {"residentId": "%s", "lifeState": "DECEASED", "legalState": "DECEASED",
                 "effectiveOn": "2026-11-19"}
                """
                    .formatted(id)));
    show(id, registrar())
        .body("lifeState", equalTo("DECEASED"))
        .body("lifeStateSince", equalTo("2026-11-19"))
        .body("openQuestions", empty())
        .header("ETag", equalTo("\"1\""));
    trailOf(id, actions -> actions.containsAll(List.of("death-recorded", "death-confirmed")));
    assertThat(KafkaProbe.all("registry.residents"))
        .filteredOn(told -> told.key().equals(id) && told.type().equals(LIFE_STATE))
        .hasSize(1);
  }

  @Test
  void a_death_that_medical_takes_back_is_told_to_all_and_may_be_told_anew() {
    var id = registered(woman());
    KafkaProbe.send("medical.outcomes", id, DEATH, death(id, "2026-11-18"));
    awaitTrail(id, "death-recorded");
    var withdrawal =
        EventSamples.json("medical.outcomes", "DeathWithdrawn.v1").put("residentId", id);
    KafkaProbe.send("medical.outcomes", id, DEATH_WITHDRAWN, withdrawal);
    awaitTrail(id, "death-withdrawn");
    show(id, registrar()).body("lifeState", equalTo("LIVING")).body("openQuestions", empty());
    KafkaProbe.await(
        "registry.residents",
        LIFE_STATE,
        data ->
            data.path("residentId").asText().equals(id)
                && data.path("lifeState").asText().equals("LIVING"));

    KafkaProbe.send("medical.outcomes", id, DEATH, death(id, "2026-11-19"));
    trailOf(id, actions -> actions.stream().filter("death-recorded"::equals).count() == 2);
    show(id, registrar())
        .body("lifeState", equalTo("DECEASED"))
        .body("lifeStateSince", equalTo("2026-11-19"))
        .body("openQuestions", empty());
  }

  @Test
  void a_second_death_on_another_day_is_a_question_and_changes_nothing() {
    var id = registered(woman());
    KafkaProbe.send("medical.outcomes", id, DEATH, death(id, "2026-11-19"));
    KafkaProbe.send("medical.outcomes", id, DEATH, death(id, "2026-11-20"));
    awaitTrail(id, "death-questioned");
    show(id, registrar())
        .body("lifeStateSince", equalTo("2026-11-19"))
        .body("openQuestions.kind", contains("OTHER_DAY_OF_DEATH"))
        .body("openQuestions[0].stated.diedOn", equalTo("2026-11-20"));
    show(id, staff(Roles.MEDIC)).body("openQuestions", equalTo(null));
    as(registrar())
        .queryParam("limit", 200)
        .get("/api/registry/v1/open-questions")
        .then()
        .statusCode(200)
        .body("items.findAll { it.residentId == '%s' }".formatted(id), hasSize(1));
  }

  @Test
  void open_questions_are_a_registrars_and_of_the_own_territory() {
    var id = registered(woman());
    KafkaProbe.send("medical.outcomes", id, DEATH, death(id, "1950-01-01"));
    awaitTrail(id, "death-questioned");
    show(id, registrar())
        .body("lifeState", equalTo("LIVING"))
        .body("openQuestions.kind", contains("DEATH_BEFORE_BIRTH"));
    var stranger =
        TestTokens.staff("stranger", Roles.REGISTRAR).within(TestPeople.SIVERSKODONETSK_HROMADA);
    as(stranger.token())
        .get("/api/registry/v1/open-questions")
        .then()
        .statusCode(200)
        .body("items", empty());
    for (var role : new String[] {Roles.MEDIC, Roles.COORDINATOR, Roles.AUDITOR}) {
      as(staff(role)).get("/api/registry/v1/open-questions").then().statusCode(403);
    }
  }

  @Test
  void a_death_of_someone_unknown_waits_until_they_are_registered() {
    var id = Ids.newId().toString();
    KafkaProbe.send("medical.outcomes", id, DEATH, death(id, "2026-11-19"));
    var parked = awaitParked(id);
    assertThat(parked).containsEntry("reason", "HANDLER_FAILED");
    registered(woman().put("id", id));
    as(staff(Roles.ADMINISTRATOR))
        .post("/api/registry/v1/parked-messages/" + parked.get("id") + "/replay")
        .then()
        .statusCode(200);
    show(id, registrar()).body("lifeState", equalTo("DECEASED"));
  }

  private static ObjectNode death(String residentId, String diedOn) {
    return EventSamples.json("medical.outcomes", "DeathRecorded.v1")
        .put("residentId", residentId)
        .put("diedOn", diedOn);
  }

  private static Predicate<JsonNode> about(String residentId) {
    return data -> data.path("residentId").asText().equals(residentId);
  }

  private static void awaitTrail(String residentId, String action) {
    trailOf(residentId, actions -> actions.contains(action));
  }

  private static void trailOf(String residentId, Predicate<List<String>> fits) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                as(staff(Roles.AUDITOR))
                    .queryParam("residentId", residentId)
                    .get("/api/registry/v1/audit")
                    .jsonPath()
                    .getList("items.action", String.class),
            fits);
  }

  private static Map<String, String> awaitParked(String key) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                parkedMessages().getList("items", Map.class).stream()
                    .filter(message -> key.equals(message.get("key")))
                    .map(EventsResourceTest::texts)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static JsonPath parkedMessages() {
    return as(staff(Roles.ADMINISTRATOR)).get("/api/registry/v1/parked-messages").jsonPath();
  }

  private static Map<String, String> texts(Map<?, ?> message) {
    return Map.of(
        "id", String.valueOf(message.get("id")), "reason", String.valueOf(message.get("reason")));
  }
}
