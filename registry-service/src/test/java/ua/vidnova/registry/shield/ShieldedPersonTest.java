package ua.vidnova.registry.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.register;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.withoutNumber;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.cases.CasesApi.CASES;
import static ua.vidnova.registry.cases.CasesApi.submissionOf;
import static ua.vidnova.registry.cases.CasesApi.submit;
import static ua.vidnova.registry.review.Reviews.decide;
import static ua.vidnova.registry.review.Reviews.openPairsOf;
import static ua.vidnova.registry.review.Reviews.same;
import static ua.vidnova.registry.review.Reviews.unmerge;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.review.Reviews;

/** A shield keeps the person wherever the registry would tell of them. */
@QuarkusTest
@WithPlatform
class ShieldedPersonTest {

  private static final String HOUSEHOLDS = "/api/registry/v1/households";

  @Inject Reviews reviews;

  @Test
  void a_shield_of_one_record_keeps_all_records_of_the_person_while_they_are_merged() {
    var other = woman();
    var merged = registered(other);
    var person = withoutNumber();
    var survivor = registered(person);
    shield(merged);
    show(survivor, registrar()).statusCode(200);

    same(reviews.proposed(merged, survivor), survivor).statusCode(404);
    decide(
            reviews.pairOf(merged, survivor),
            Map.of("decision", "SAME", "survivor", survivor, "reason", "Один паспорт"),
            trusted())
        .statusCode(200);

    for (var id : new String[] {merged, survivor}) {
      show(id, registrar()).statusCode(404);
      show(id, trusted()).statusCode(200);
    }
    assertThat(found(person.at("/name/family").asText(), registrar())).doesNotContain(survivor);
    assertThat(found(person.at("/name/family").asText(), trusted())).contains(survivor);
    unmerge(merged, trusted()).statusCode(200);
    show(survivor, registrar()).statusCode(200);
    show(merged, registrar()).statusCode(404);
  }

  @Test
  void pairs_with_them_are_in_nobody_elses_queue() {
    var one = registered(withoutNumber());
    var other = registered(woman());
    var pair = reviews.proposed(one, other);
    shield(other);

    assertThat(openPairsOf(one, other)).isEmpty();
    Reviews.show(pair, registrar()).statusCode(404);
    Reviews.show(pair, trusted()).statusCode(200);
    decide(pair, Map.of("decision", "DIFFERENT", "reason", "Сестри"), registrar()).statusCode(404);
  }

  @Test
  void a_registration_that_resembles_them_is_not_told_so() {
    var person = withoutNumber();
    var id = registered(person);
    register(with(person.deepCopy(), "/birthDate", "\"1951-04-18\""))
        .body("candidates.residentId", hasItem(id));
    shield(id);

    register(with(person.deepCopy(), "/birthDate", "\"1951-04-19\""))
        .statusCode(201)
        .body("candidates.residentId", not(hasItem(id)));
    register(with(person.deepCopy(), "/birthDate", "\"1951-04-16\""), trusted())
        .body("candidates.residentId", hasItem(id));
  }

  @Test
  void their_cases_are_there_only_for_named_staff() {
    var id = registered(woman());
    String submitted =
        submit(submissionOf(id, "RESIDENCE_REGISTRATION")).statusCode(201).extract().path("id");
    shield(id);

    as(registrar()).get(CASES + "/" + submitted).then().statusCode(404);
    as(registrar()).queryParam("residentId", id).get(CASES).then().body("items", empty());
    as(trusted()).get(CASES + "/" + submitted).then().statusCode(200);
    as(trusted()).queryParam("residentId", id).get(CASES).then().body("items", hasSize(1));
    submit(submissionOf(id, "RESIDENCE_REGISTRATION")).statusCode(422);
  }

  @Test
  void their_household_is_shown_without_them() {
    var head = registered(woman());
    var shielded = registered(woman());
    var household = formed(head, shielded);
    shield(shielded);

    as(registrar())
        .get(HOUSEHOLDS + "/" + household)
        .then()
        .statusCode(200)
        .body("members.residentId", contains(head))
        .body("history.residentId", contains(head));
    as(registrar())
        .queryParam("residentId", shielded)
        .get(HOUSEHOLDS)
        .then()
        .body("items", empty());
    as(trusted()).get(HOUSEHOLDS + "/" + household).then().body("members", hasSize(2));
    shield(head);
    as(registrar()).get(HOUSEHOLDS + "/" + household).then().statusCode(404);
    as(registrar()).queryParam("residentId", head).get(HOUSEHOLDS).then().body("items", empty());
  }

  @Test
  void a_survivors_cases_are_those_of_all_records() {
    var survivor = registered(withoutNumber());
    var merged = registered(woman());
    String submitted =
        submit(submissionOf(merged, "RESIDENCE_REGISTRATION")).statusCode(201).extract().path("id");
    same(reviews.proposed(merged, survivor), survivor).statusCode(200);

    as(registrar())
        .queryParam("residentId", survivor)
        .get(CASES)
        .then()
        .body("items.id", contains(submitted));
  }

  private static String formed(String head, String other) {
    return as(registrar())
        .contentType("application/json")
        .body(
            """
            {"settlement": "%s", "address": "вул. Вигадана, 5", "members": [
              {"residentId": "%s", "role": "HEAD"}, {"residentId": "%s", "role": "SPOUSE"}]}
            """
                .formatted(TestPeople.ALCHEVSK, head, other))
        .post(HOUSEHOLDS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static List<String> found(String question, String token) {
    return as(token).queryParam("q", question).get(RESIDENTS).then().extract().path("items.id");
  }

  private static String trusted() {
    return TestTokens.staff("trusted", Roles.REGISTRAR).within(TestPeople.LUHANSK_OBLAST).token();
  }

  private static void shield(String id) {
    as(staff(Roles.ADMINISTRATOR))
        .contentType("application/json")
        .body(Map.of("reason", "Погрози колишнього чоловіка", "staff", List.of("trusted")))
        .post(RESIDENTS + "/" + id + "/shield")
        .then()
        .statusCode(201);
  }
}
