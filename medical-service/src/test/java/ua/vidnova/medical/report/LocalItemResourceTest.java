package ua.vidnova.medical.report;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.refusedField;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;

/** What items 19 to 22 count: said by an administrator, from a day on. */
@QuarkusTest
@WithPlatform
class LocalItemResourceTest {

  private static final String LOCAL_ITEMS = "/api/medical/v1/local-items";
  private static final LocalDate DAY = LocalDate.of(2023, 1, 1);

  static ValidatableResponse name(int item, LocalDate from, String uk, String en) {
    return name(Roles.ADMINISTRATOR, item, from, uk, en);
  }

  private static ValidatableResponse name(
      String role, int item, LocalDate from, String uk, String en) {
    var body = new HashMap<String, Object>();
    body.put("item", item);
    body.put("validFrom", from.toString());
    body.put("nameUk", uk);
    body.put("nameEn", en);
    body.put("source", "Лист координаційної групи");
    return as(TestTokens.staff("admin-1", role).token())
        .contentType(ContentType.JSON)
        .body(body)
        .post(LOCAL_ITEMS)
        .then();
  }

  @Test
  void what_is_said_is_listed_newest_first() {
    name(22, DAY, "Опік", "Burn").statusCode(201).body("nameEn", equalTo("Burn"));
    name(22, DAY, null, null).statusCode(201);
    as(TestTokens.staff("c", Roles.COORDINATOR).token())
        .get(LOCAL_ITEMS + "?limit=1")
        .then()
        .statusCode(200)
        .body("items[0].item", equalTo(22))
        .body("items[0].nameUk", nullValue())
        .body("items[0].source", equalTo("Лист координаційної групи"));
  }

  @ParameterizedTest
  @CsvSource({
    "18, Опік, Burn, item, min",
    "23, Опік, Burn, item, max",
    "20, Опік, , nameEn, both-names",
    "20, =1+1, Burn, nameUk, pattern",
  })
  void a_field_that_is_not_acceptable_is_named(
      int item, String uk, String en, String field, String code) {
    refusedField(name(item, DAY, uk, en), field, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR, Roles.AUDITOR})
  void only_an_administrator_says_it(String role) {
    problem(name(role, 20, DAY, "Опік", "Burn"), 403, "forbidden");
  }
}
