package ua.vidnova.medical.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.territory.Settlements;

/** Which health services a settlement has: stated on the spot, kept for ever, read by territory. */
@QuarkusTest
@WithPlatform
class AvailabilityResourceTest {

  private static final String SERVICES = "/api/medical/v1/health-services";

  /** Айдар, a settlement of which no other test speaks. */
  private static final String PLACE = "UA44140090010043803";

  private static final String OBLAST = "UA44000000000018893";

  @Test
  void the_statement_of_the_latest_day_stands_and_all_are_kept() {
    var settlement = settlementOf(1);
    state(with(statement(settlement, "2026-03-02"), "damage", "NOT")).statusCode(201);
    state(statement(settlement, "2026-03-01")).statusCode(201);
    state(with(statement(settlement, "2026-03-02"), "damage", "PARTIALLY")).statusCode(201);

    list("?territory=" + settlement)
        .body("items.size()", equalTo(1))
        .body("items[0].statedOn", equalTo("2026-03-02"))
        .body("items[0].damage", equalTo("PARTIALLY"))
        .body("items[0].amenities.WATER", equalTo("NOT"))
        .body("items[0].services.MENTAL_HEALTH.extent", equalTo("NOT"))
        .body("items[0].services.MENTAL_HEALTH.barriers", hasItem("STAFF"))
        .body("items[0].services.containsKey('COMMUNICABLE_DISEASES')", equalTo(false))
        .body("items[0].statedByName", equalTo("somebody"));
    var history = SERVICES + "/" + settlement + "/history?limit=2";
    var first = as(oblast(Roles.MEDIC)).get(history).then().statusCode(200);
    first.body("items.damage", contains("PARTIALLY", "NOT"));
    as(oblast(Roles.MEDIC))
        .get(history + "&after=" + first.extract().path("next"))
        .then()
        .body("items.statedOn", contains("2026-03-01"))
        .body("next", equalTo(null));
  }

  @Test
  void the_list_comes_in_pages_by_settlement() {
    for (var number = 2; number < 5; number++) {
      state(statement(settlementOf(number), "2026-03-01")).statusCode(201);
    }
    var first = list("?limit=2").extract().jsonPath();
    var second = list("?limit=200&after=" + first.getString("next")).extract().jsonPath();
    assertThat(first.getList("items")).hasSize(2);
    assertThat(second.<String>getList("items.settlement"))
        .isNotEmpty()
        .isSorted()
        .allSatisfy(code -> assertThat(code).isGreaterThan(first.getString("items[1].settlement")));
  }

  @Test
  void what_stands_comes_as_a_table() {
    state(statement(settlementOf(5), "2026-03-01")).statusCode(201);
    var table =
        as(oblast(Roles.COORDINATOR))
            .accept("text/csv")
            .get(SERVICES + "?territory=" + settlementOf(5))
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .extract()
            .asString()
            .lines()
            .toList();
    assertThat(table).hasSize(2);
    assertThat(table.get(0))
        .startsWith("settlement,name,statedOn,functionality,damage,POWER,WATER");
    assertThat(table.get(1))
        .startsWith(settlementOf(5) + ",")
        .contains(",2026-03-01,PARTIALLY,PARTIALLY,PARTIALLY,NOT,")
        .endsWith(",NOT,STAFF TRAINING");
  }

  @Test
  void a_statement_made_on_a_device_is_taken_once() {
    var statement = with(statement(settlementOf(6), "2026-03-01"), "id", Ids.newId().toString());
    state(statement).statusCode(201);
    state(statement).statusCode(200);
    problem(state(with(statement, "damage", "FULLY")), 409, "statement-id-taken");
    as(oblast(Roles.MEDIC))
        .get(SERVICES + "/" + settlementOf(6) + "/history")
        .then()
        .body("items.size()", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "settlement, UA44000000000018893, settlement, not-a-settlement",
        "settlement, -, settlement, required",
        "statedOn, 2999-01-01, statedOn, in-the-future",
        "source, ' ', source, required",
        "functionality, -, functionality, required",
        "damage, -, damage, required",
        "id, 5f0c2f4e-6b0a-4b8e-9a53-3f5b6a1f0c11, id, not-uuid-v7",
      })
  void a_field_that_is_not_acceptable_is_named(
      String member, String value, String field, String code) {
    refusedField(state(with(statement(PLACE, "2026-03-01"), member, value)), field, code);
  }

  @Test
  void a_service_that_is_fully_there_has_no_barriers() {
    var services =
        Map.of("MENTAL_HEALTH", Map.of("extent", "FULLY", "barriers", List.of("FINANCE")));
    refusedField(
        state(with(statement(PLACE, "2026-03-01"), "services", services)),
        "services.MENTAL_HEALTH.barriers",
        "nothing-wanting");
  }

  @Test
  void what_cannot_be_read_is_refused() {
    for (var services : List.of(Map.of("DENTISTRY", Map.of("extent", "NOT")), List.of(), "none")) {
      assertThat(
              state(with(statement(PLACE, "2026-03-01"), "services", services))
                  .extract()
                  .statusCode())
          .isEqualTo(400);
    }
    problem(as(oblast(Roles.MEDIC)).get(SERVICES + "?limit=0").then(), 400, "bad-parameter");
  }

  @Test
  void nobody_states_or_reads_of_places_that_are_not_theirs() {
    state(statement(settlementOf(7), "2026-03-01")).statusCode(201);
    for (var role : List.of(Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR)) {
      var token = TestTokens.staff("somebody", role).within(TestResidents.HROMADA).token();
      problem(
          state(token, statement(settlementOf(7), "2026-03-01")), 403, "outside-your-territory");
      for (var path :
          List.of("?territory=" + settlementOf(7), "/" + settlementOf(7) + "/history")) {
        problem(as(token).get(SERVICES + path).then(), 403, "outside-your-territory");
      }
      as(token)
          .get(SERVICES + "?limit=200")
          .then()
          .statusCode(200)
          .body("items.settlement", not(hasItem(settlementOf(7))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        Roles.PAYMENTS_OFFICER,
        Roles.PROTECTION_OFFICER
      })
  void no_other_role_states_or_reads_anything(String role) {
    problem(state(oblast(role), statement(PLACE, "2026-03-01")), 403, "forbidden");
    problem(as(oblast(role)).get(SERVICES).then(), 403, "forbidden");
    problem(as(oblast(role)).get(SERVICES + "/" + PLACE + "/history").then(), 403, "forbidden");
    RestAssured.get(SERVICES).then().statusCode(401);
  }

  /** One of the settlements of Luhansk oblast, far from those of other tests. */
  private static String settlementOf(int number) {
    return Settlements.within(List.of(OBLAST)).get(700 + number);
  }

  private static Map<String, Object> statement(String settlement, String statedOn) {
    var statement = new LinkedHashMap<String, Object>();
    statement.put("settlement", settlement);
    statement.put("statedOn", statedOn);
    statement.put("source", "Огляд амбулаторії бригадою");
    statement.put("functionality", "PARTIALLY");
    statement.put("damage", "PARTIALLY");
    statement.put("amenities", Map.of("POWER", "PARTIALLY", "WATER", "NOT"));
    statement.put(
        "services",
        Map.of(
            "TRAUMA_AND_GENERAL",
            Map.of("extent", "FULLY"),
            "MENTAL_HEALTH",
            Map.of("extent", "NOT", "barriers", List.of("TRAINING", "STAFF"))));
    return statement;
  }

  private static ValidatableResponse state(Map<String, Object> statement) {
    return state(oblast(Roles.BRIGADE_LEAD), statement);
  }

  private static ValidatableResponse state(String token, Map<String, Object> statement) {
    return as(token).contentType(ContentType.JSON).body(statement).post(SERVICES).then();
  }

  private static ValidatableResponse list(String query) {
    return as(oblast(Roles.MEDIC)).get(SERVICES + query).then().statusCode(200);
  }

  private static String oblast(String role) {
    return TestTokens.staff("somebody", role).within(OBLAST).token();
  }
}
