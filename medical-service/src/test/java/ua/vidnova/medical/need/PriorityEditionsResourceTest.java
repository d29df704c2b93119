package ua.vidnova.medical.need;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.medical.need.TestNeeds.TODAY;
import static ua.vidnova.medical.need.TestNeeds.get;
import static ua.vidnova.medical.need.TestNeeds.medic;
import static ua.vidnova.medical.need.TestNeeds.needAt;
import static ua.vidnova.medical.need.TestNeeds.newSettlement;
import static ua.vidnova.medical.need.TestNeeds.noted;
import static ua.vidnova.medical.need.TestNeeds.registrar;
import static ua.vidnova.medical.trip.TestTrips.heard;
import static ua.vidnova.medical.trip.TestTrips.stop;
import static ua.vidnova.medical.trip.TestTrips.trip;
import static ua.vidnova.medical.visit.TestVisits.refusedField;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;

/** Editions of these tests begin long after the days of others' trips. */
@QuarkusTest
@WithPlatform
class PriorityEditionsResourceTest {

  private static final String EDITIONS = "/api/medical/v1/priority-editions";
  private static final String RULES = "/api/medical/v1/priority-rules";
  private static final String ADMINISTRATOR =
      TestTokens.staff("administrator-1", Roles.ADMINISTRATOR).token();

  @Inject EntityManager entities;

  @Test
  void an_edition_stands_from_its_day_on_and_a_later_word_on_the_day_instead() {
    var day = TODAY.plusYears(1);
    var before = rules(day.minusDays(1));
    state(edition(day, "Лист № 1", weight("PREGNANT", 280, 40)))
        .statusCode(201)
        .body("statedBy", equalTo("administrator-1"))
        .body("weights.points", contains(40));
    state(edition(day, "Лист № 2", weight("PREGNANT", 280, 50), weight("INFANT", 12, 60)))
        .statusCode(201);

    get(registrar(), RULES + "?on=" + day.plusDays(3))
        .body("items.factor", contains("INFANT", "PREGNANT"))
        .body("items.points", contains(60, 50))
        .body("items.source", contains("Лист № 2", "Лист № 2"));
    assertThat(rules(day.minusDays(1))).isEqualTo(before);
    get(registrar(), EDITIONS + "?limit=2")
        .statusCode(200)
        .body("items.source", contains("Лист № 2", "Лист № 1"));
  }

  @Test
  void the_list_names_the_weights_on_which_its_points_rest() {
    var day = TODAY.plusYears(2);
    var settlement = newSettlement();
    var trip = trip(day, day, List.of(stop(settlement, day)), "medic-1");
    heard(trip);
    var need = needAt("вул. Садова, 5", settlement);
    need.put("told", Map.of("disability", true));
    noted(need);
    var edition =
        state(edition(day, "Лист № 3", weight("DISABILITY", 0, 77), weight("SAYS_URGENT", 0, 1)))
            .statusCode(201)
            .extract()
            .<String>path("id");

    get(medic(), "/api/medical/v1/trips/" + trip.tripId() + "/visit-list")
        .statusCode(200)
        .body("stops[0].weights.editionId", equalTo(edition))
        .body("stops[0].weights.validFrom", equalTo(day.toString()))
        .body("stops[0].weights.source", equalTo("Лист № 3"))
        .body("stops[0].households[0].people[0].priority.points", equalTo(77))
        .body("stops[0].households[0].people[0].priority.reasons[0].threshold", equalTo(0));
  }

  @Test
  void what_cannot_be_is_refused_with_its_field() {
    var day = TODAY.plusYears(3);
    refusedField(
        state(edition(TODAY.minusDays(1), "Лист", weight("INFANT", 12, 30))),
        "validFrom",
        "in-the-past");
    refusedField(
        state(edition(day, "Лист", weight("INFANT", 12, 30), weight("INFANT", 12, 20))),
        "weights[1].threshold",
        "repeated");
    refusedField(
        state(edition(day, "Лист", weight("INFANT", 12, 3), weight("SAYS_URGENT", 0, 3))),
        "weights[1].points",
        "outweighs-what-is-known");
    state(edition(day, "Лист", weight("INFANT", 12, 101))).statusCode(422);
    state(edition(day, " ", weight("INFANT", 12, 30))).statusCode(422);
    state(edition(day, "Лист")).statusCode(422);
    state(edition(day, "Лист", weight("RICH", 0, 30))).statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.REGISTRAR, Roles.COORDINATOR, Roles.MEDIC, Roles.BRIGADE_LEAD})
  void staff_read_them_and_only_administrators_say_them(String role) {
    var token = TestTokens.staff("somebody", role).within(TestNeeds.OBLAST).token();

    get(token, EDITIONS).statusCode(200);
    state(token, edition(TODAY.plusYears(4), "Лист", weight("INFANT", 12, 30))).statusCode(403);
    get(TestTokens.partner("ukrposhta", "21560045", "payments.batches:read"), EDITIONS)
        .statusCode(403);
    given().get(EDITIONS).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"update priority_weight set points = 1", "delete from priority_edition"})
  void the_database_changes_no_edition(String sql) {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery(sql).executeUpdate()))
        .hasMessageContaining("never changed or deleted");
  }

  private static List<Map<String, Object>> rules(LocalDate day) {
    return get(registrar(), RULES + "?on=" + day).extract().path("items");
  }

  private static ValidatableResponse state(Map<String, Object> edition) {
    return state(ADMINISTRATOR, edition);
  }

  private static ValidatableResponse state(String token, Map<String, Object> edition) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(edition)
        .post(EDITIONS)
        .then();
  }

  @SafeVarargs
  private static Map<String, Object> edition(
      LocalDate day, String source, Map<String, Object>... weights) {
    return Map.of("validFrom", day.toString(), "source", source, "weights", List.of(weights));
  }

  private static Map<String, Object> weight(String factor, int threshold, int points) {
    return Map.of("factor", factor, "threshold", threshold, "points", points);
  }
}
