package ua.vidnova.medical.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.report.DailyReportResourceTest.REPORTS;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import ua.vidnova.medical.resident.TestResidents;

/** What a brigade says of its day beside the numbers. */
@QuarkusTest
@WithPlatform
class HeaderResourceTest {

  private static final LocalDate DAY = LocalDate.of(2025, 2, 3);

  static Map<String, Object> header() {
    var header = new LinkedHashMap<String, Object>();
    header.put("organisation", "Вигадана благодійна організація");
    header.put("teamType", "TYPE_1_MOBILE");
    header.put("contactName", "Лікарка Прикладна");
    header.put("contactPhone", "+380501234567");
    header.put("latitude", 48.46);
    header.put("longitude", 38.79);
    header.put("bedCapacity", 2);
    header.put("needsAndRisks", "Немає питної води; закінчується інсулін");
    return header;
  }

  static ValidatableResponse state(UUID brigade, LocalDate day, Map<String, Object> header) {
    return state(medic("medic-1"), brigade, day, header, null);
  }

  private static ValidatableResponse state(
      String token, UUID brigade, LocalDate day, Map<String, Object> header, String ifMatch) {
    var request = as(token).contentType(ContentType.JSON).body(header);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .put(REPORTS + "/" + brigade + "/" + day + "/header")
        .then();
  }

  @Test
  void each_version_is_kept_and_the_last_one_stands() {
    var brigade = onTrip();
    state(brigade, DAY, header()).statusCode(200).header("ETag", "\"1\"");
    state(brigade, DAY, header()).statusCode(200).header("ETag", "\"1\"");
    var changed = with(header(), "bedCapacity", 3);
    problem(state(medic("medic-1"), brigade, DAY, changed, "\"2\""), 412, "changed-meanwhile");
    state(medic("medic-1"), brigade, DAY, changed, "\"1\"").statusCode(200).header("ETag", "\"2\"");

    as(medic("medic-1"))
        .get(REPORTS + "/" + brigade + "/" + DAY + "/header")
        .then()
        .statusCode(200)
        .body("bedCapacity", equalTo(3))
        .body("comments", nullValue())
        .body("statedByName", equalTo("medic-1"));
    as(medic("medic-1"))
        .get(REPORTS + "?brigade=" + brigade + "&from=" + DAY)
        .then()
        .body("headers.version", contains(2))
        .body("headers.needsAndRisks", contains("Немає питної води; закінчується інсулін"));
  }

  @Test
  void only_who_is_on_the_trip_on_that_day_says_anything() {
    var brigade = onTrip();
    problem(state(medic("medic-2"), brigade, DAY, header(), null), 403, "not-on-trip");
    problem(state(brigade, DAY.plusDays(1), header()), 403, "not-on-trip");
    problem(state(Ids.newId(), DAY, header()), 403, "not-on-trip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.COORDINATOR,
        Roles.PROTECTION_OFFICER,
        Roles.ADMINISTRATOR,
        Roles.AUDITOR,
        Roles.REGISTRAR,
        Roles.PAYMENTS_OFFICER
      })
  void no_other_role_says_anything(String role) {
    var token = TestTokens.staff("medic-1", role).within(TestResidents.HROMADA).token();
    problem(state(token, onTrip(), DAY, header(), null), 403, "forbidden");
  }

  @Test
  void a_coordinator_of_another_place_sees_no_header() {
    var brigade = onTrip();
    state(brigade, DAY, header()).statusCode(200);
    var path = REPORTS + "/" + brigade + "/" + DAY + "/header";
    as(TestTokens.staff("c", Roles.COORDINATOR).within(TestResidents.OTHER_HROMADA).token())
        .get(path)
        .then()
        .statusCode(404);
    as(TestTokens.staff("c", Roles.COORDINATOR).within(TestResidents.HROMADA).token())
        .get(path)
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "teamType, -, teamType, required",
        "contactName, ' ', contactName, required",
        "contactPhone, 050, contactPhone, pattern",
        "contactEmail, somebody, contactEmail, email",
        "longitude, -, longitude, both",
        "latitude, 91, latitude, decimal-max",
        "bedCapacity, -1, bedCapacity, min",
      })
  void a_field_that_is_not_acceptable_is_named(
      String member, String value, String field, String code) {
    Object told =
        value == null || !value.matches("-?\\d+") || member.equals("contactPhone")
            ? value
            : Integer.valueOf(value);
    refusedField(state(onTrip(), DAY, with(header(), member, told)), field, code);
  }

  @Test
  void a_day_to_come_is_refused() {
    refusedField(state(Ids.newId(), LocalDate.of(2999, 1, 1), header()), "day", "in-the-future");
  }

  private static UUID onTrip() {
    var brigade = Ids.newId();
    ReportedVisits.trip(brigade, DAY, DAY, "medic-1", TestResidents.SETTLEMENT);
    return brigade;
  }

  private static String medic(String name) {
    return TestTokens.staff(name, Roles.MEDIC).within(TestResidents.HROMADA).token();
  }
}
