package ua.vidnova.medical.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.report.ReportedVisits;
import ua.vidnova.medical.report.ReportedVisits.Told;
import ua.vidnova.medical.resident.TestResidents;

/**
 * What must be told at once is told, to those who may know, and withdrawn when it does not hold.
 */
@QuarkusTest
@WithPlatform
class AlertsResourceTest {

  private static final String ALERTS = "/api/medical/v1/alerts";
  private static final String RAISED = "ua.vidnova.medical.AlertRaised.v1";
  private static final String WITHDRAWN = "ua.vidnova.medical.AlertWithdrawn.v1";
  private static final LocalDate DAY = LocalDate.of(2025, 5, 5);

  @Test
  void a_visit_that_is_handed_in_raises_its_alert_at_once() {
    var visit = visitOf(TestResidents.living());
    var day =
        LocalDate.ofInstant(Instant.parse((String) visit.get("startedAt")), KyivCalendar.KYIV);
    var id = recorded(with(visit, "outcome", Map.of("kind", "DECEASED", "diedOn", day.toString())));
    var alert = onlyAlertOf(id);
    assertThat(alert).containsEntry("item", 42).containsEntry("state", "OPEN");
    var told = await(RAISED, (String) alert.get("id"));
    assertThat(told.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("alertId", "item", "settlement", "hromada", "occurredOn");
    assertThat(told.path("settlement").asText()).isEqualTo(TestResidents.SETTLEMENT);
    assertThat(told.path("hromada").asText()).isEqualTo(TestResidents.HROMADA);
    assertThat(told.path("occurredOn").asText()).isEqualTo(day.toString());
  }

  @Test
  void an_ordinary_visit_raises_none() {
    assertThat(alertsOf(recorded(visitOf(TestResidents.living())))).isEmpty();
  }

  @Test
  void what_points_at_people_leaves_without_the_settlement() {
    var visit = raise(Told.withItems("").withFlags("SEXUAL_VIOLENCE"));
    var told = await(RAISED, (String) onlyAlertOf(visit).get("id"));
    assertThat(told.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("alertId", "item", "hromada", "occurredOn");
    assertThat(told.path("item").asInt()).isEqualTo(49);
  }

  @Test
  void a_correction_raises_what_it_adds_and_withdraws_what_it_takes_away() {
    var visit = raise(Told.withItems("31 28"));
    var before = alertsOf(visit);
    assertThat(before).extracting(alert -> alert.get("item")).containsExactlyInAnyOrder(31, 28);

    correct(visit, Told.withItems("31").withFlags("VIOLENCE"), TestResidents.SETTLEMENT, false);
    assertThat(alertsOf(visit))
        .extracting(alert -> alert.get("item") + " " + alert.get("state"))
        .containsExactlyInAnyOrder("31 OPEN", "28 WITHDRAWN", "50 OPEN");
    var taken = before.stream().filter(one -> one.get("item").equals(28)).findFirst().orElseThrow();
    var told = await(WITHDRAWN, (String) taken.get("id"));
    assertThat(told.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("alertId", "item", "hromada");
  }

  @Test
  void a_withdrawn_visit_withdraws_all() {
    var visit = raise(Told.withItems("31"));
    correct(visit, Told.withItems("31"), TestResidents.SETTLEMENT, true);
    assertThat(onlyAlertOf(visit)).containsEntry("state", "WITHDRAWN");
  }

  @Test
  void a_correction_of_the_place_raises_the_alert_anew() {
    var visit = raise(Told.withItems("31"));
    correct(visit, Told.withItems("31"), TestResidents.OTHER_SETTLEMENT, false);
    assertThat(alertsOf(visit))
        .extracting(alert -> alert.get("settlement") + " " + alert.get("state"))
        .containsExactly(
            TestResidents.OTHER_SETTLEMENT + " OPEN", TestResidents.SETTLEMENT + " WITHDRAWN");
  }

  @Test
  void the_first_who_takes_notice_stands() {
    var id = (String) onlyAlertOf(raise(Told.withItems("31"))).get("id");
    acknowledge(coordinator("c-1"), id, "Вислано бригаду")
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("acknowledgedByName", equalTo("c-1"))
        .body("visitId", nullValue());
    acknowledge(coordinator("c-2"), id, null)
        .statusCode(200)
        .body("acknowledgedByName", equalTo("c-1"))
        .body("acknowledgementNote", equalTo("Вислано бригаду"));
  }

  @Test
  void what_does_not_hold_needs_no_notice() {
    var visit = raise(Told.withItems("31"));
    var id = (String) onlyAlertOf(visit).get("id");
    correct(visit, Told.withItems(""), TestResidents.SETTLEMENT, false);
    problem(acknowledge(coordinator("c-1"), id, null), 409, "alert-withdrawn");
  }

  @Test
  void the_list_comes_in_pages_and_by_state() {
    raise(Told.withItems("31 28"));
    raise(Told.withItems("31"));
    var first =
        as(coordinator("c-1")).get(ALERTS + "?limit=2").then().statusCode(200).extract().jsonPath();
    assertThat(first.getList("items")).hasSize(2);
    var second =
        as(coordinator("c-1"))
            .get(ALERTS + "?limit=2&after=" + first.getString("next"))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(second.getList("items.id")).doesNotContainAnyElementsOf(first.getList("items.id"));
    assertThat(
            as(coordinator("c-1"))
                .get(ALERTS + "?state=OPEN&limit=200")
                .then()
                .extract()
                .jsonPath()
                .<String>getList("items.state"))
        .isNotEmpty()
        .containsOnly("OPEN");
    problem(as(coordinator("c-1")).get(ALERTS + "?state=LATE").then(), 400, "bad-parameter");
    problem(as(coordinator("c-1")).get(ALERTS + "?after=nonsense").then(), 400, "bad-parameter");
  }

  @Test
  void only_protection_officers_know_of_single_cases_of_violence() {
    var visit = raise(Told.withItems("50"));
    var id = (String) onlyAlertOf(visit).get("id");
    for (var role : List.of(Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR)) {
      assertThat(idsSeenBy(staff(role, TestResidents.HROMADA))).doesNotContain(id);
    }
    assertThat(idsSeenBy(officer())).contains(id);
    problem(acknowledge(coordinator("c-1"), id, null), 404, "not-found");
    acknowledge(officer(), id, null).statusCode(200);
  }

  @Test
  void nobody_knows_of_places_that_are_not_theirs() {
    var id = (String) onlyAlertOf(raise(Told.withItems("31"))).get("id");
    var elsewhere = staff(Roles.COORDINATOR, TestResidents.OTHER_HROMADA);
    assertThat(idsSeenBy(elsewhere)).doesNotContain(id);
    problem(acknowledge(elsewhere, id, null), 404, "not-found");
    assertThat(idsSeenBy(staff(Roles.COORDINATOR))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {Roles.REGISTRAR, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.PAYMENTS_OFFICER})
  void no_other_role_knows_of_any(String role) {
    var id = (String) onlyAlertOf(raise(Told.withItems("31"))).get("id");
    var token = staff(role, TestResidents.HROMADA);
    problem(as(token).get(ALERTS).then(), 403, "forbidden");
    problem(acknowledge(token, id, null), 403, "forbidden");
    problem(acknowledge(staff(Roles.MEDIC, TestResidents.HROMADA), id, null), 403, "forbidden");
    RestAssured.get(ALERTS).then().statusCode(401);
  }

  @Test
  void those_of_which_nobody_takes_notice_are_counted() {
    raise(Told.withItems("31"));
    var soon = Instant.now().plus(Duration.ofMinutes(1));
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertThat(Alert.countOpenSince(soon)).isPositive();
              assertThat(Alert.countOpenSince(Instant.EPOCH)).isZero();
            });
  }

  private static UUID raise(Told told) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              var visit = ReportedVisits.keep(told, TestResidents.SETTLEMENT, DAY);
              Arc.container().instance(RaiseAlerts.class).get().of(visit, visit);
              return visit;
            });
  }

  private static void correct(UUID visit, Told told, String settlement, boolean withdrawn) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              var revision = ReportedVisits.keep(told, settlement, DAY, null, visit, withdrawn);
              Arc.container().instance(RaiseAlerts.class).get().of(visit, revision);
            });
  }

  private static JsonNode await(String type, String alertId) {
    return KafkaProbe.await(
            "medical.alerts", type, data -> data.path("alertId").asText().equals(alertId))
        .data();
  }

  private static Map<String, Object> onlyAlertOf(UUID visit) {
    var alerts = alertsOf(visit);
    assertThat(alerts).hasSize(1);
    return alerts.getFirst();
  }

  private static List<Map<String, Object>> alertsOf(UUID visit) {
    return as(TestTokens.staff("medic-1", Roles.MEDIC, Roles.PROTECTION_OFFICER)
            .within(TestResidents.HROMADA, TestResidents.OTHER_HROMADA)
            .token())
        .get(ALERTS + "?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.findAll { it.visitId == '" + visit + "' }");
  }

  private static List<String> idsSeenBy(String token) {
    return as(token)
        .get(ALERTS + "?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id");
  }

  private static ValidatableResponse acknowledge(String token, String id, String note) {
    return as(token)
        .contentType(ContentType.JSON)
        .body(note == null ? Map.of() : Map.of("note", note))
        .post(ALERTS + "/" + id + "/acknowledgement")
        .then();
  }

  private static String coordinator(String name) {
    return TestTokens.staff(name, Roles.COORDINATOR).within(TestResidents.HROMADA).token();
  }

  private static String officer() {
    return staff(Roles.PROTECTION_OFFICER, TestResidents.HROMADA);
  }

  private static String staff(String role, String... territories) {
    return TestTokens.staff("somebody", role).within(territories).token();
  }
}
