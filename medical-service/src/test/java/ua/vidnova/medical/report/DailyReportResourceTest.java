package ua.vidnova.medical.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static ua.vidnova.medical.report.ReportedVisits.keep;
import static ua.vidnova.medical.report.ReportedVisits.keepTable;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.report.ReportedVisits.Told;
import ua.vidnova.medical.resident.TestResidents;

/** Reports are counted from visits alone: {@code mds/visits.csv} makes {@code mds/expected.csv}. */
@QuarkusTest
@WithPlatform
class DailyReportResourceTest {

  static final String REPORTS = "/api/medical/v1/daily-reports";
  private static final String OBLAST = "UA44000000000018893";
  private static final String RAION = "UA44020000000082097";

  @Test
  void a_table_of_visits_makes_a_table_of_counts() {
    var day = LocalDate.of(2024, 3, 5);
    keepTable(TestResidents.SETTLEMENT, day, null);

    for (var territory : List.of(TestResidents.SETTLEMENT, TestResidents.HROMADA, RAION, OBLAST)) {
      var report = reportOf(territory, day, day).statusCode(200).extract().jsonPath();
      assertThat(counts(report)).as(territory).isEqualTo(expected());
      assertThat(report.getInt("consultations")).isEqualTo(12);
      assertThat(report.getInt("newAdmissions")).isEqualTo(1);
      assertThat(report.getBoolean("whole")).isTrue();
      assertThat(report.getList("checks.holds")).containsExactly(true, true, true);
      assertThat(report.getList("places.settlement")).containsExactly(TestResidents.SETTLEMENT);
    }
    reportOf(TestResidents.OTHER_HROMADA, day, day).body("consultations", equalTo(0));
  }

  @Test
  void a_span_counts_its_days_and_no_others() {
    var monday = LocalDate.of(2024, 4, 1);
    for (var after = 0; after < 4; after++) {
      keep(Told.withItems("9"), TestResidents.SETTLEMENT, monday.plusDays(after));
    }
    reportOf(TestResidents.SETTLEMENT, monday.plusDays(1), monday.plusDays(2))
        .body("consultations", equalTo(2))
        .body("items[8].total", equalTo(2));
    as(officer())
        .get(REPORTS + "?territory=" + TestResidents.SETTLEMENT + "&from=" + monday)
        .then()
        .body("consultations", equalTo(1))
        .body("to", equalTo("2024-04-01"));
  }

  @Test
  void what_keeps_a_report_from_being_whole_is_named_by_the_visits_id() {
    var day = LocalDate.of(2024, 4, 10);
    var nobody =
        keep(new Told("", "", "", "TREATED", "", "", "29", ""), TestResidents.SETTLEMENT, day);
    var child =
        keep(
            new Told("FEMALE", "4", "", "TREATED", "", "", "33", ""),
            TestResidents.SETTLEMENT,
            day);
    reportOf(TestResidents.SETTLEMENT, day, day)
        .body("whole", equalTo(false))
        .body("consultations", equalTo(2))
        .body("checks.holds", contains(false, false, true))
        .body("checks.counted", contains(1, 1, 2))
        .body("findings.code", containsInAnyOrder("SEX_OR_AGE_UNKNOWN", "TOO_YOUNG_FOR_ITEM"))
        .body(
            "findings.find { it.code == 'SEX_OR_AGE_UNKNOWN' }.visitIds",
            contains(nobody.toString()))
        .body(
            "findings.find { it.code == 'TOO_YOUNG_FOR_ITEM' }.visitIds",
            contains(child.toString()))
        .body("items[28].total", equalTo(0))
        .body("items[32].total", equalTo(0));
  }

  @Test
  void few_cases_of_protection_are_withheld_from_all_but_its_officers() {
    var few = LocalDate.of(2024, 5, 1);
    for (var visit = 0; visit < 4; visit++) {
      keep(Told.withItems("").withFlags("VIOLENCE"), TestResidents.SETTLEMENT, few);
    }
    var enough = few.plusDays(1);
    for (var visit = 0; visit < 5; visit++) {
      keep(Told.withItems("50"), TestResidents.SETTLEMENT, enough);
    }
    var path = REPORTS + "?territory=" + TestResidents.SETTLEMENT + "&from=";
    for (var role : List.of(Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR)) {
      as(staff(role))
          .get(path + few)
          .then()
          .statusCode(200)
          .body("items[49].withheld", equalTo(true))
          .body("items[49].total", nullValue())
          .body("items[49].cells", empty())
          .body("items[48].withheld", equalTo(false))
          .body("items[48].total", equalTo(0));
      as(staff(role)).get(path + enough).then().body("items[49].total", equalTo(5));
      as(staff(role))
          .accept("text/csv")
          .get(path + few)
          .then()
          .body(containsString("Насильство (не СГЗН),,,,,,,,\r\n"));
    }
    as(officer()).get(path + few).then().body("items[49].total", equalTo(4));
  }

  @Test
  void coordinators_see_no_findings_of_few_consultations_in_any_form() throws IOException {
    var few = LocalDate.of(2024, 5, 5);
    var pregnant = new Told("FEMALE", "30", "true", "ADMITTED", "", "NONE", "9 19", "");
    for (var visit = 0; visit < 4; visit++) {
      keep(pregnant, TestResidents.SETTLEMENT, few);
    }
    keep(pregnant, TestResidents.SETTLEMENT, few.plusDays(1));
    var path = REPORTS + "?territory=" + TestResidents.SETTLEMENT + "&from=" + few;
    as(staff(Roles.COORDINATOR))
        .get(path)
        .then()
        .statusCode(200)
        .body("consultations", equalTo(4))
        .body("newAdmissions", nullValue())
        .body(
            "items.findAll { it.withheld }.number",
            equalTo(IntStream.rangeClosed(2, 46).boxed().toList()))
        .body("items.findAll { it.withheld && (it.total != null || it.cells) }", empty())
        .body("items[0].total", equalTo(0))
        .body("findings", empty());
    for (var role : List.of(Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.PROTECTION_OFFICER)) {
      as(staff(role))
          .get(path)
          .then()
          .body("newAdmissions", equalTo(4))
          .body("items[2].total", equalTo(4))
          .body("findings.item", contains(19));
    }
    as(staff(Roles.COORDINATOR))
        .accept("text/csv")
        .get(path)
        .then()
        .body(containsString("Гостра респіраторна інфекція,,,,,,,,\r\n"));
    var pdf = as(staff(Roles.COORDINATOR)).accept("application/pdf").get(path).then().extract();
    try (var document = Loader.loadPDF(pdf.asByteArray())) {
      var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text)
          .contains("Нових госпіталізацій менше межі", "показники 2–46 відомі лише тим, хто лікує")
          .doesNotContain("П. 19", "відома лише відповідальним за захист осіб");
    }
    as(staff(Roles.COORDINATOR))
        .get(path + "&to=" + few.plusDays(1))
        .then()
        .body("newAdmissions", equalTo(5))
        .body("items.findAll { it.withheld }", empty())
        .body("items[2].total", equalTo(5));
  }

  @Test
  void a_report_comes_as_a_table() {
    var day = LocalDate.of(2024, 5, 10);
    keepTable(TestResidents.SETTLEMENT, day, null);
    var table =
        as(officer())
            .accept("text/csv")
            .get(REPORTS + "?territory=" + TestResidents.HROMADA + "&from=" + day)
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .header(
                "Content-Disposition", "attachment; filename=\"emt-mds-2024-05-10-2024-05-10.csv\"")
            .extract()
            .asString()
            .lines()
            .toList();
    assertThat(table).hasSize(52);
    assertThat(table.get(0))
        .isEqualTo(
            "scope,from,to,item,section,nameEn,nameUk,under1,from1To4,from5To17,from18To64,"
                + "from65,under5,from5,total");
    var start = TestResidents.HROMADA + ",2024-05-10,2024-05-10,";
    assertThat(table.get(1)).isEqualTo(start + "1,Sex,Male,Чоловіки,1,0,1,1,2,,,5");
    assertThat(table.get(9))
        .isEqualTo(
            start
                + "9,Infectious disease,Acute respiratory infection,Гостра респіраторна інфекція"
                + ",,,,,,2,1,3");
    assertThat(table.get(51)).isEqualTo(start + ",,Consultations,Консультації,,,,,,,,12");
  }

  @Test
  void a_report_comes_on_paper() throws IOException {
    var day = LocalDate.of(2024, 5, 20);
    var brigade = Ids.newId();
    var trip = ReportedVisits.trip(brigade, day, day, "medic-1", TestResidents.SETTLEMENT);
    keepTable(TestResidents.SETTLEMENT, day, trip);
    HeaderResourceTest.state(brigade, day, HeaderResourceTest.header()).statusCode(200);
    var pdf =
        as(staff(Roles.MEDIC))
            .accept("application/pdf")
            .get(REPORTS + "?brigade=" + brigade + "&from=" + day)
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .extract()
            .asByteArray();
    try (var document = Loader.loadPDF(pdf)) {
      var text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("Бригада «Приклад»", "20.05.2024", "Консультацій 12", "Алчевськ")
          .contains("Тип 1, мобільна", "Немає питної води")
          .contains("Гостра респіраторна інфекція", "Acute respiratory infection")
          .contains("менше", "збігається")
          .doesNotContain("НЕ ЗБІГАЄТЬСЯ", "?");
    }
  }

  @Test
  void a_brigade_and_a_trip_report_their_own_visits() {
    var day = LocalDate.of(2024, 6, 3);
    var brigade = Ids.newId();
    var trip = ReportedVisits.trip(brigade, day, day, "medic-1", TestResidents.SETTLEMENT);
    var next =
        ReportedVisits.trip(
            brigade, day.plusDays(1), day.plusDays(1), "medic-1", TestResidents.SETTLEMENT);
    var other = ReportedVisits.trip(Ids.newId(), day, day, "other", TestResidents.SETTLEMENT);
    keep(Told.withItems("9"), TestResidents.SETTLEMENT, day, trip, null, false);
    keep(Told.withItems("9"), TestResidents.SETTLEMENT, day.plusDays(1), next, null, false);
    keep(Told.withItems("9"), TestResidents.SETTLEMENT, day, other, null, false);

    var span = "&from=" + day + "&to=" + day.plusDays(1);
    as(officer())
        .get(REPORTS + "?brigade=" + brigade + span)
        .then()
        .statusCode(200)
        .body("consultations", equalTo(2))
        .body("scope.name", equalTo("Бригада «Приклад»"))
        .body("teams", contains("Бригада «Приклад»"));
    as(officer())
        .get(REPORTS + "?trip=" + trip + span)
        .then()
        .body("consultations", equalTo(1))
        .body("scope.trip", equalTo(trip.toString()));
    problem(
        as(officer()).get(REPORTS + "?brigade=" + brigade + "&from=2024-06-05").then(),
        404,
        "not-found");
  }

  @Test
  void local_items_are_counted_under_the_name_of_their_day() {
    var day = LocalDate.of(2024, 7, 1);
    keep(Told.withItems("19"), TestResidents.SETTLEMENT, day);
    keep(Told.withItems("19"), TestResidents.SETTLEMENT, day.plusDays(10));
    reportOf(TestResidents.SETTLEMENT, day, day)
        .body("items[18].nameEn", equalTo("Additional item 1"))
        .body("items[18].total", equalTo(1))
        .body("findings.code", contains("LOCAL_ITEM_UNNAMED"))
        .body("findings.item", contains(19));

    LocalItemResourceTest.name(19, day, "Укус тварини", "Animal bite").statusCode(201);
    LocalItemResourceTest.name(19, day.plusDays(10), "Обмороження", "Frostbite").statusCode(201);
    reportOf(TestResidents.SETTLEMENT, day, day)
        .body("items[18].nameUk", equalTo("Укус тварини"))
        .body("findings", empty());
    reportOf(TestResidents.SETTLEMENT, day, day.plusDays(10))
        .body("items[18].nameEn", equalTo("Frostbite"))
        .body("items[18].total", equalTo(2))
        .body("findings.code", contains("LOCAL_ITEM_RENAMED"));
  }

  @Test
  void places_say_where_they_lie_on_the_map() {
    var day = LocalDate.of(2024, 7, 20);
    keep(Told.withItems(""), TestResidents.SETTLEMENT, day);
    reportOf(TestResidents.SETTLEMENT, day, day)
        .body("places", hasSize(1))
        .body("places[0].name", equalTo("Алчевськ"))
        .body("places[0].latitude.toString()", startsWith("48."))
        .body("places[0].longitude.toString()", startsWith("38."))
        .body("places[0].approximate", equalTo(false))
        .body("firstVisitAt", equalTo("2024-07-20T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, territory, one-of",
        "from=2024-01-01, territory, one-of",
        "territory=UA44020010010037242&trip=019aa7d0-a700-74ba-a5cb-ead06c3d9e06"
            + "&from=2024-01-01, territory, one-of",
        "territory=UA44020010010037242, from, required",
        "territory=UA44020010010037242&from=2024-01-02&to=2024-01-01, to, before-from",
        "territory=UA44020010010037242&from=2020-01-01&to=2024-01-01, to, too-long",
        "territory=UA44020010010037242&from=-999999999-01-01&to=2024-01-01, from, -",
        "territory=UA44020010010037242&from=01.01.2024, from, -",
        "brigade=7&from=2024-01-01, brigade, -",
      })
  void parameters_that_make_no_sense_are_named(String query, String field, String code) {
    var answer = as(officer()).get(REPORTS + (query == null ? "" : "?" + query)).then();
    problem(answer, 400, "bad-parameter").body("errors[0].field", equalTo(field));
    if (code != null) {
      answer.body("errors[0].code", equalTo(code));
    }
  }

  @Test
  void a_territory_that_does_not_exist_has_no_report() {
    var from = "&from=2024-01-01";
    for (var territory : List.of("UA00", "'; drop table visit; --", "%00")) {
      as(officer())
          .urlEncodingEnabled(true)
          .queryParam("territory", territory)
          .get(REPORTS + "?" + from.substring(1))
          .then()
          .statusCode(404);
    }
  }

  private static Map<String, Integer> counts(JsonPath report) {
    var counts = new TreeMap<String, Integer>();
    for (var item : report.<Map<String, Object>>getList("items")) {
      for (var cell : cellsOf(item)) {
        if (!cell.get("count").equals(0)) {
          counts.put(item.get("number") + " " + cell.get("band"), (Integer) cell.get("count"));
        }
      }
    }
    return counts;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> cellsOf(Map<String, Object> item) {
    return (List<Map<String, Object>>) item.get("cells");
  }

  private static Map<String, Integer> expected() {
    var counts = new TreeMap<String, Integer>();
    ReportedVisits.lines("/mds/expected.csv")
        .forEach(
            line ->
                counts.put(
                    line.get("item") + " " + line.get("band"), Integer.valueOf(line.get("count"))));
    return counts;
  }

  private static ValidatableResponse reportOf(String territory, LocalDate from, LocalDate to) {
    return as(officer())
        .get(REPORTS + "?territory=" + territory + "&from=" + from + "&to=" + to)
        .then();
  }

  private static String officer() {
    return staff(Roles.PROTECTION_OFFICER);
  }

  private static String staff(String role) {
    return TestTokens.staff("medic-1", role).within(OBLAST).token();
  }
}
