package ua.vidnova.registry.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.register;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.facts.FactsApi.answer;
import static ua.vidnova.registry.facts.FactsApi.by;
import static ua.vidnova.registry.facts.FactsApi.history;
import static ua.vidnova.registry.facts.FactsApi.name;
import static ua.vidnova.registry.facts.FactsApi.send;
import static ua.vidnova.registry.facts.FactsApi.state;
import static ua.vidnova.registry.facts.FactsApi.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class ShieldResourceTest {

  private static final String OPEN_QUESTIONS = "/api/registry/v1/open-questions?limit=200";

  @Test
  void a_shielded_resident_is_there_only_for_the_staff_named_for_them() {
    var id = registered(woman());
    var nobody = show(UUID.randomUUID().toString(), registrar()).extract().asString();
    shield(id, "trusted").statusCode(201).body("staff", contains("trusted"));

    assertThat(show(id, registrar()).statusCode(404).extract().asString()).isEqualTo(nobody);
    history(id, registrar()).statusCode(404);
    send(id, submission(by("COPY", name("Інша"))), registrar()).statusCode(404);
    show(id, trusted()).statusCode(200).body("documents", hasSize(1));
    history(id, trusted()).statusCode(200);
    send(id, submission(by("COPY", name("Інша"))), trusted()).statusCode(201);
    assertThat(refusalsOf(id)).isEqualTo(3);
  }

  @Test
  void search_does_not_find_them_and_finds_them_for_named_staff() {
    var person = woman();
    var id = registered(person);
    shield(id, "trusted");
    for (var question :
        List.of(person.at("/name/family").asText(), person.get("rnokpp").asText())) {
      search(question, registrar()).body("items.id", not(hasItem(id)));
      search(question, trusted()).body("items.id", hasItem(id));
    }
  }

  @Test
  void a_registration_of_the_same_person_does_not_say_of_whom_the_number_is() {
    var person = woman().put("id", Ids.newId().toString());
    var id = registered(person);
    shield(id);
    register(woman().put("rnokpp", person.get("rnokpp").asText()))
        .statusCode(409)
        .body("code", equalTo("resident-already-registered"))
        .body("residentId", nullValue());
    register(person).statusCode(409).body("code", equalTo("id-in-use"));
    assertThat(refusalsOf(id)).isEqualTo(2);
  }

  @Test
  void their_open_questions_are_not_listed_nor_answered() {
    var id = registered(woman());
    String question =
        state(id, by("ORIGINAL", name("Інакшенко"))).extract().path("statements[0].openQuestionId");
    as(registrar()).get(OPEN_QUESTIONS).then().body("items.residentId", hasItem(id));
    shield(id, "trusted");
    as(registrar()).get(OPEN_QUESTIONS).then().body("items.residentId", not(hasItem(id)));
    answer(question, "ACCEPT", registrar()).statusCode(404);
    as(trusted()).get(OPEN_QUESTIONS).then().body("items.residentId", hasItem(id));
    answer(question, "ACCEPT", trusted()).statusCode(200);
  }

  @Test
  void a_relative_does_not_reveal_them() {
    var shielded = registered(woman());
    var relative = registered(woman());
    var relation =
        "{\"kind\":\"RELATION\",\"role\":\"SIBLING\",\"residentId\":\"%s\"}".formatted(shielded);
    state(relative, by("WITNESS", relation)).statusCode(201);
    shield(shielded, "trusted");
    show(relative, registrar()).body("relations", nullValue());
    show(relative, trusted()).body("relations.residentId", contains(shielded));
    state(relative, by("WITNESS", relation)).statusCode(422);
  }

  @Test
  void staff_are_named_and_removed_and_the_shield_is_lifted() {
    var id = registered(woman());
    shield(id).body("staff", empty());
    show(id, trusted()).statusCode(404);
    post(id, "/staff", "{\"staff\":\"trusted\"}")
        .statusCode(200)
        .body("staff", contains("trusted"));
    post(id, "/staff", "{\"staff\":\"trusted\"}").statusCode(200).body("staff", hasSize(1));
    show(id, trusted()).statusCode(200);
    post(id, "/staff-removal", "{\"staff\":\"trusted\"}").statusCode(200).body("staff", empty());
    show(id, trusted()).statusCode(404);
    shield(id).statusCode(409).body("code", equalTo("already-shielded"));
    post(id, "/lifting", "{\"reason\":\"Загрози більше немає\"}").statusCode(204);
    show(id, registrar()).statusCode(200);
    post(id, "/lifting", "{\"reason\":\"Загрози більше немає\"}").statusCode(404);
    shield(id).statusCode(201);
  }

  @Test
  void an_administrator_lists_ids_and_sees_nobody() {
    var id = registered(woman());
    shield(id);
    var listed =
        as(administrator())
            .queryParam("limit", 200)
            .get("/api/registry/v1/shields")
            .then()
            .statusCode(200)
            .body("items.residentId", hasItem(id));
    assertThat(listed.extract().jsonPath().getMap("items[0]"))
        .containsOnlyKeys("residentId", "shieldedAt");
    show(id, administrator()).statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.MEDIC,
        Roles.PAYMENTS_OFFICER,
        Roles.COORDINATOR,
        Roles.AUDITOR
      })
  void nobody_else_shields_names_lifts_or_lists(String role) {
    var id = registered(woman());
    var token = staff(role);
    post(id, "", "{\"reason\":\"Загроза\"}", token).statusCode(403);
    post(id, "/staff", "{\"staff\":\"trusted\"}", token).statusCode(403);
    post(id, "/staff-removal", "{\"staff\":\"trusted\"}", token).statusCode(403);
    post(id, "/lifting", "{\"reason\":\"Загроза\"}", token).statusCode(403);
    as(token).get("/api/registry/v1/shields").then().statusCode(403);
  }

  @Test
  void an_administrator_of_another_territory_finds_nobody_to_shield() {
    var id = registered(woman());
    var stranger =
        TestTokens.staff("stranger", Roles.ADMINISTRATOR)
            .within(TestPeople.SIVERSKODONETSK_HROMADA)
            .token();
    post(id, "", "{\"reason\":\"Загроза\"}", stranger).statusCode(404);
    shield(id);
    post(id, "/lifting", "{\"reason\":\"Загроза\"}", stranger).statusCode(404);
    as(stranger).get("/api/registry/v1/shields").then().body("items", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\":\"\"}",
        "{\"reason\":\"Загроза\",\"staff\":[\"\"]}",
        "{\"reason\":\"Загроза\",\"staff\":[null]}"
      })
  void a_shield_needs_a_reason_and_names_that_are_some(String body) {
    post(registered(woman()), "", body).statusCode(422);
  }

  private static String trusted() {
    return TestTokens.staff("trusted", Roles.REGISTRAR).within(TestPeople.LUHANSK_OBLAST).token();
  }

  private static String administrator() {
    return staff(Roles.ADMINISTRATOR);
  }

  private static ValidatableResponse shield(String id, String... named) {
    var staff = named.length == 0 ? "" : "\"" + String.join("\",\"", named) + "\"";
    return post(id, "", "{\"reason\":\"Загроза життю\",\"staff\":[%s]}".formatted(staff));
  }

  private static ValidatableResponse post(String id, String path, String body) {
    return post(id, path, body, administrator());
  }

  private static ValidatableResponse post(String id, String path, String body, String token) {
    return as(token)
        .contentType("application/json")
        .body(body)
        .post(RESIDENTS + "/" + id + "/shield" + path)
        .then();
  }

  private static ValidatableResponse search(String question, String token) {
    return as(token).queryParam("q", question).get(RESIDENTS).then().statusCode(200);
  }

  private static long refusalsOf(String id) {
    return as(staff(Roles.AUDITOR))
        .queryParam("residentId", id)
        .queryParam("limit", 200)
        .get("/api/registry/v1/audit")
        .jsonPath()
        .getList("items.action", String.class)
        .stream()
        .filter("refused"::equals)
        .count();
  }
}
