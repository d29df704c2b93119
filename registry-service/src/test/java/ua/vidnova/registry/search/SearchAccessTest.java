package ua.vidnova.registry.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class SearchAccessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.BRIGADE_LEAD,
        Roles.PAYMENTS_OFFICER,
        Roles.PAYMENTS_APPROVER,
        Roles.COORDINATOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
      })
  void others_do_not_search(String role) {
    as(staff(role)).queryParam("q", "anna").get(RESIDENTS).then().statusCode(403);
  }

  @Test
  void partners_do_not_search() {
    as(TestTokens.partner("oschadbank", "00032129", "payments.batches:read"))
        .queryParam("q", "anna")
        .get(RESIDENTS)
        .then()
        .statusCode(403);
  }

  @Test
  void nobody_searches_without_a_token() {
    given().queryParam("q", "anna").get(RESIDENTS).then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource({
    "registrar, " + TestPeople.ALCHEVSK + ", 1",
    "registrar, " + TestPeople.ALCHEVSK_HROMADA + ", 1",
    "registrar, " + TestPeople.LUHANSK_OBLAST + ", 1",
    "registrar, " + TestPeople.SIVERSKODONETSK_HROMADA + ", 0",
    "medic, " + TestPeople.ALCHEVSK_HROMADA + ", 1",
    "medic, " + TestPeople.SIVERSKODONETSK_HROMADA + ", 0",
    "medic, nonsense, 0"
  })
  void only_the_own_territory_is_searched(String role, String territory, int found) {
    var person = woman();
    var id = registered(person);
    var token = TestTokens.staff(role, role).within(territory).token();
    for (var q : new String[] {person.at("/name/family").asText(), person.get("rnokpp").asText()}) {
      as(token)
          .queryParam("q", q)
          .get(RESIDENTS)
          .then()
          .statusCode(200)
          .body("items.findAll { it.id == '%s' }".formatted(id), hasSize(found));
    }
  }

  @Test
  void staff_without_territory_find_nobody() {
    var person = woman();
    registered(person);
    as(TestTokens.staff("registrar", Roles.REGISTRAR).token())
        .queryParam("birthDate", "1951-04-17")
        .get(RESIDENTS)
        .then()
        .statusCode(200)
        .body("items", empty());
  }
}
