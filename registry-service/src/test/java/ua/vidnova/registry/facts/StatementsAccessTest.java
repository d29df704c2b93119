package ua.vidnova.registry.facts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
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
import static ua.vidnova.registry.facts.FactsApi.since;
import static ua.vidnova.registry.facts.FactsApi.state;
import static ua.vidnova.registry.facts.FactsApi.submission;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class StatementsAccessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.MEDIC,
        Roles.PAYMENTS_OFFICER,
        Roles.PAYMENTS_APPROVER,
        Roles.BRIGADE_LEAD,
        Roles.COORDINATOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
      })
  void only_registrars_state_answer_and_read_the_history(String role) {
    var id = registered(woman());
    var token = staff(role);
    send(id, submission(by("COPY", name("Інша"))), token).statusCode(403);
    history(id, token).statusCode(403);
    answer(UUID.randomUUID().toString(), "KEEP", token).statusCode(403);
    as(token).queryParam("on", "2026-11-20").get(RESIDENTS + "/" + id).then().statusCode(403);
  }

  @Test
  void nobody_does_without_a_token_and_no_partner_either() {
    var id = registered(woman());
    given().get(RESIDENTS + "/" + id + "/history").then().statusCode(401);
    var partner = TestTokens.partner("pension-fund", "00035323", "payments.awards:write");
    history(id, partner).statusCode(403);
    send(id, submission(by("COPY", name("Інша"))), partner).statusCode(403);
  }

  @Test
  void a_resident_of_another_territory_cannot_be_told_from_nobody() {
    var id = registered(woman());
    String question =
        state(id, by("ORIGINAL", name("Інакшенко"))).extract().path("statements[0].openQuestionId");
    var stranger =
        TestTokens.staff("stranger", Roles.REGISTRAR)
            .within(TestPeople.SIVERSKODONETSK_HROMADA)
            .token();
    send(id, submission(by("COPY", name("Інша"))), stranger)
        .statusCode(404)
        .body("code", equalTo("not-found"));
    send(UUID.randomUUID().toString(), submission(by("COPY", name("Інша"))), stranger)
        .statusCode(404)
        .body("code", equalTo("not-found"));
    history(id, stranger).statusCode(404);
    answer(question, "ACCEPT", stranger).statusCode(404);
    history(id, registrar()).body("items", hasSize(2));
  }

  @Test
  void who_moves_away_is_their_new_hromadas() {
    var id = registered(woman());
    var local =
        TestTokens.staff("local", Roles.REGISTRAR).within(TestPeople.ALCHEVSK_HROMADA).token();
    send(
            id,
            submission(
                since(
                    "2026-11-20",
                    "WITNESS",
                    "{\"kind\":\"RESIDENCE\",\"settlement\":\"%s\"}"
                        .formatted(TestPeople.SIVERSKODONETSK))),
            local)
        .statusCode(201);
    show(id, local).statusCode(404);
    show(
            id,
            TestTokens.staff("other", Roles.REGISTRAR)
                .within(TestPeople.SIVERSKODONETSK_HROMADA)
                .token())
        .statusCode(200)
        .body("settlement", equalTo(TestPeople.SIVERSKODONETSK));
  }

  @Test
  void a_medic_sees_the_address_and_neither_relations_nor_other_names() {
    var id = registered(woman());
    state(
            id,
            since(
                "2026-11-20",
                "WITNESS",
                "{\"kind\":\"RESIDENCE\",\"settlement\":\"%s\",\"street\":\"вул. Вигадана\"}"
                    .formatted(TestPeople.ALCHEVSK)),
            by("WITNESS", "{\"kind\":\"RELATION\",\"role\":\"CHILD\",\"name\":\"Приклад\"}"),
            by("WITNESS", name("Інакша")))
        .statusCode(201);
    show(id, staff(Roles.MEDIC))
        .body("address.street", equalTo("вул. Вигадана"))
        .body("relations", nullValue())
        .body("otherNames", nullValue());
    show(id, staff(Roles.PAYMENTS_OFFICER)).body("address", nullValue());
  }
}
