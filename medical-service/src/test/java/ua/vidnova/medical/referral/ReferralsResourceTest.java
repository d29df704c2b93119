package ua.vidnova.medical.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static ua.vidnova.medical.referral.TestReferrals.REFERRALS;
import static ua.vidnova.medical.referral.TestReferrals.TODAY;
import static ua.vidnova.medical.referral.TestReferrals.close;
import static ua.vidnova.medical.referral.TestReferrals.closeAs;
import static ua.vidnova.medical.referral.TestReferrals.correct;
import static ua.vidnova.medical.referral.TestReferrals.correction;
import static ua.vidnova.medical.referral.TestReferrals.idOf;
import static ua.vidnova.medical.referral.TestReferrals.medic;
import static ua.vidnova.medical.referral.TestReferrals.open;
import static ua.vidnova.medical.referral.TestReferrals.outcome;
import static ua.vidnova.medical.referral.TestReferrals.referral;
import static ua.vidnova.medical.referral.TestReferrals.referred;
import static ua.vidnova.medical.referral.TestReferrals.referring;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;

/** What becomes of referrals, and where that is seen. */
@QuarkusTest
@WithPlatform
class ReferralsResourceTest {

  @Inject AgroalDataSource database;

  @Test
  void an_open_referral_is_listed_with_its_age_until_it_is_closed() {
    var resident = TestResidents.living();
    var id = referred(resident);

    assertThat(open(medic(), "&kind=CARE", resident))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one)
                    .containsEntry("id", id.toString())
                    .containsEntry("destination", "Вигадана лікарня")
                    .containsEntry("ageDays", daysSinceAnHourAgo())
                    .containsEntry("settlement", TestResidents.SETTLEMENT)
                    .doesNotContainKey("reason"));
    assertThat(open(medic(), "&kind=DISABILITY_ASSESSMENT", resident)).isEmpty();

    close(id, Map.of("kind", "COMPLETED", "on", TODAY.toString(), "note", " Оглянуто "))
        .statusCode(201)
        .body("kind", equalTo("COMPLETED"))
        .body("on", equalTo(TODAY.toString()))
        .body("note", equalTo("Оглянуто"))
        .body("recordedBy", equalTo("medic-1"));
    assertThat(open(medic(), "", resident)).isEmpty();
    as(TestTokens.staff("auditor", Roles.AUDITOR).within(TestResidents.HROMADA).token())
        .queryParam("residentId", resident.toString())
        .get("/api/medical/v1/audit")
        .then()
        .body("items.objectType", hasItems("referral", "referrals"));
  }

  /** One for an hour after midnight. */
  private static int daysSinceAnHourAgo() {
    return LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV).until(TODAY).getDays();
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED,    DECLINED,     409",
    "COMPLETED,    NOT_NEEDED,   409",
    "COMPLETED,    NOT_POSSIBLE, 409",
    "NOT_NEEDED,   COMPLETED,    409",
    "NOT_NEEDED,   DECLINED,     409",
    "NOT_NEEDED,   NOT_POSSIBLE, 409",
    "DECLINED,     COMPLETED,    201",
    "DECLINED,     NOT_NEEDED,   201",
    "DECLINED,     NOT_POSSIBLE, 201",
    "NOT_POSSIBLE, COMPLETED,    201",
    "NOT_POSSIBLE, DECLINED,     201",
    "NOT_POSSIBLE, NOT_NEEDED,   201"
  })
  void what_can_follow_an_outcome(String first, String second, int status) {
    var id = referred(TestResidents.living());
    close(id, outcome(first)).statusCode(201);
    var answer = close(id, outcome(second)).statusCode(status);
    if (status == 409) {
      problem(answer, 409, "referral-closed").body("outcome", equalTo(first));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPLETED", "DECLINED", "NOT_NEEDED", "NOT_POSSIBLE"})
  void the_same_said_again_by_the_same_person_changes_nothing(String kind) {
    var id = referred(TestResidents.living());
    var outcome = close(id, outcome(kind)).statusCode(201).extract().<String>path("id");
    close(id, outcome(kind)).statusCode(200).body("id", equalTo(outcome));
    var another = TestTokens.staff("medic-2", Roles.MEDIC).within(TestResidents.HROMADA).token();
    problem(closeAs(another, id, outcome(kind)), 409, "referral-closed");
  }

  @Test
  void an_outcome_survives_a_correction_though_the_referral_gets_another_id() {
    var resident = TestResidents.living();
    var visit = referring(resident, "Лікарня А");
    recorded(visit);
    close(idOf(visit), outcome("DECLINED")).statusCode(201);

    var correction = correction(visit, List.of(with(referral("Лікарня А"), "urgency", "URGENT")));
    correct(visit, 1, correction);

    assertThat(open(medic(), "", resident)).isEmpty();
    close(idOf(correction), outcome("COMPLETED")).statusCode(201);
    problem(close(idOf(visit), outcome("DECLINED")), 409, "referral-closed");
  }

  @Test
  void sent_elsewhere_by_a_correction_it_is_another_referral() {
    var resident = TestResidents.living();
    var visit = referring(resident, "Лікарня А");
    recorded(visit);
    close(idOf(visit), outcome("COMPLETED")).statusCode(201);

    var correction = correction(visit, List.of(referral("Лікарня Б")));
    correct(visit, 1, correction);

    assertThat(open(medic(), "", resident))
        .extracting(one -> one.get("destination"))
        .containsExactly("Лікарня Б");
    problem(close(idOf(visit), outcome("COMPLETED")), 409, "referral-withdrawn");
    close(idOf(correction), outcome("NOT_POSSIBLE")).statusCode(201);
  }

  @Test
  void a_withdrawn_visit_makes_no_referral() {
    var resident = TestResidents.living();
    var visit = referring(resident, "Лікарня А");
    recorded(visit);
    correct(visit, 1, with(correction(visit, List.of()), "withdrawn", true));

    assertThat(open(medic(), "", resident)).isEmpty();
    problem(close(idOf(visit), outcome("COMPLETED")), 409, "referral-withdrawn");
    requests(resident).body("entry.resource.status", contains("entered-in-error"));
  }

  @Test
  void the_overview_shows_open_ones_and_the_last_that_was_closed() {
    var resident = TestResidents.living();
    var visit =
        with(
            referring(resident, "Лікарня А"),
            "referrals",
            List.of(referral("Лікарня А"), referral("Лікарня Б")));
    recorded(visit);
    overview(resident)
        .body("referrals.referral.destination", contains("Лікарня А", "Лікарня Б"))
        .body("lastClosedReferral", nullValue());
    close(idOf(visit), outcome("NOT_NEEDED")).statusCode(201);
    overview(resident)
        .body("referrals.referral.destination", contains("Лікарня Б"))
        .body("lastClosedReferral.referral.destination", equalTo("Лікарня А"))
        .body("lastClosedReferral.outcome", equalTo("NOT_NEEDED"))
        .body("lastClosedReferral.on", equalTo(TODAY.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, completed",
    "DECLINED, revoked",
    "NOT_NEEDED, revoked",
    "NOT_POSSIBLE, revoked"
  })
  void fhir_follows(String kind, String status) {
    var resident = TestResidents.living();
    var id = referred(resident);
    var before =
        requests(resident)
            .body("entry.resource.status", contains("active"))
            .extract()
            .<String>path("entry[0].resource.meta.lastUpdated");
    close(id, outcome(kind)).statusCode(201);
    requests(resident)
        .body("entry.resource.status", contains(status))
        .body("entry[0].resource.note[0].text", equalTo(kind + " " + TODAY));
    asMedic()
        .queryParam("patient", resident.toString())
        .queryParam("_lastUpdated", "gt" + before)
        .get("/api/medical/fhir/R4/ServiceRequest")
        .then()
        .statusCode(200)
        .body("total", equalTo(1));
    asMedic()
        .get("/api/medical/fhir/R4/ServiceRequest/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo(status));
  }

  @Test
  void the_list_comes_in_pages_oldest_first() {
    var resident = TestResidents.living();
    var visit =
        with(
            referring(resident, "Лікарня А"),
            "referrals",
            List.of(referral("Лікарня А"), referral("Лікарня Б"), referral("Лікарня В")));
    recorded(visit);
    var all = open(medic(), "", resident);
    assertThat(all).hasSize(3);
    var first = asMedic().get(REFERRALS + "?limit=1").then().statusCode(200).extract().jsonPath();
    assertThat(first.getList("items")).hasSize(1);
    assertThat(first.getString("next")).isNotNull();
    var second =
        asMedic()
            .get(REFERRALS + "?limit=1&after=" + first.getString("next"))
            .then()
            .statusCode(200);
    assertThat(second.extract().<String>path("items[0].id"))
        .isNotEqualTo(first.getString("items[0].id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"on": "2026-11-20"}                                      | 422 | invalid
          {"kind": "COMPLETED"}                                     | 422 | invalid
          {"kind": "DONE", "on": "2026-11-20"}                      | 400 | wrong-type
          {"kind": "completed", "on": "2026-11-20"}                 | 400 | wrong-type
          {"kind": 1, "on": "2026-11-20"}                           | 400 | wrong-type
          {"kind": "COMPLETED", "on": "2026-02-30"}                 | 400 | wrong-type
          {"kind": "COMPLETED", "on": "2026-11-20", "by": "x"}      | 400 | unknown-field
          {"kind": "COMPLETED", "on": "2026-11-20", "note": {}}     | 400 | wrong-type
          {"kind":                                                  | 400 | malformed-json
          []                                                        | 400 | malformed-json
          """)
  void what_is_no_outcome_is_refused(String body, int status, String code) {
    var resident = TestResidents.living();
    close(referred(resident), body).statusCode(status).body("code", equalTo(code));
    assertThat(open(medic(), "", resident)).hasSize(1);
  }

  @Test
  void the_day_is_between_the_visit_and_today() {
    var id = referred(TestResidents.living());
    var tomorrow = Map.of("kind", "COMPLETED", "on", TODAY.plusDays(1).toString());
    refusedField(close(id, tomorrow), "on", "in-the-future");
    var before = Map.of("kind", "COMPLETED", "on", TODAY.minusDays(9).toString());
    refusedField(close(id, before), "on", "too-early");
    var ages = Map.of("kind", "COMPLETED", "on", "-999999999-01-01");
    close(id, ages).statusCode(oneOf(400, 422));
  }

  @Test
  void a_note_is_bounded_and_holds_no_nul() {
    var id = referred(TestResidents.living());
    refusedField(close(id, withNote("я".repeat(1001))), "note", "size");
    close(id, "{\"kind\":\"DECLINED\",\"on\":\"%s\",\"note\":\"a\\u0000b\"}".formatted(TODAY))
        .statusCode(400);
    close(id, withNote("я".repeat(1000))).statusCode(201);
  }

  private static Map<String, Object> withNote(String note) {
    return Map.of("kind", "COMPLETED", "on", TODAY.toString(), "note", note);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "after=x",
        "after=bm90LWFuLWlk",
        "kind=OTHER'--",
        "territory=UA1",
        "territory=%25"
      })
  void a_parameter_that_cannot_be_read_is_400(String query) {
    asMedic().urlEncodingEnabled(false).get(REFERRALS + "?" + query).then().statusCode(400);
  }

  @Test
  void what_is_not_there_cannot_be_closed() {
    problem(close(Ids.newId(), outcome("COMPLETED")), 404, "not-found");
    closeAs(medic(), "nonsense", outcome("COMPLETED")).statusCode(404);
  }

  @Test
  void the_database_keeps_what_was_said_and_the_order_of_outcomes() {
    var id = referred(TestResidents.living());
    close(id, outcome("COMPLETED")).statusCode(201);
    assertThatThrownBy(() -> execute("update referral_outcome set note = 'x'"))
        .hasMessageContaining("only added to");
    assertThatThrownBy(() -> execute("delete from referral_outcome"))
        .hasMessageContaining("only added to");
    assertThatThrownBy(
            () ->
                execute(
                    "insert into referral_outcome select uuidv7(), visit_id, referral_kind,"
                        + " destination, speciality, number + 1, 'DECLINED', happened_on, note,"
                        + " recorded_by, recorded_by_name, recorded_at from referral_outcome"
                        + " where kind = 'COMPLETED'"))
        .hasMessageContaining("cannot follow");
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static ValidatableResponse requests(UUID resident) {
    return asMedic()
        .queryParam("patient", resident.toString())
        .get("/api/medical/fhir/R4/ServiceRequest")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse overview(UUID resident) {
    return asMedic()
        .get("/api/medical/v1/residents/" + resident + "/medical-overview")
        .then()
        .statusCode(200);
  }
}
