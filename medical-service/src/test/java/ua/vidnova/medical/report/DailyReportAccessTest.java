package ua.vidnova.medical.report;

import static ua.vidnova.medical.report.DailyReportResourceTest.REPORTS;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.report.ReportedVisits.Told;
import ua.vidnova.medical.resident.TestResidents;

/** Who may not read a report. */
@QuarkusTest
@WithPlatform
class DailyReportAccessTest {

  private static final String OBLAST = "UA44000000000018893";
  private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
  private static final List<String> FORMS =
      List.of("application/json", "text/csv", "application/pdf");

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.PAYMENTS_OFFICER,
        Roles.PAYMENTS_APPROVER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
      })
  void no_other_role_reads_any_form_of_it(String role) {
    var token = TestTokens.staff("other", role).within(OBLAST).token();
    for (var form : FORMS) {
      problem(as(token).accept(form).get(path(TestResidents.HROMADA)).then(), 403, "forbidden");
    }
  }

  @Test
  void no_partner_and_nobody_without_a_token_reads_it() {
    as(TestTokens.partner("pension-fund", "00035323", "payments.batches:read"))
        .get(path(TestResidents.HROMADA))
        .then()
        .statusCode(403);
    RestAssured.get(path(TestResidents.HROMADA)).then().statusCode(401);
  }

  @Test
  void nobody_reads_of_places_that_are_not_theirs() {
    for (var role : List.of(Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR)) {
      for (var place : List.of(TestResidents.OTHER_HROMADA, OBLAST)) {
        for (var form : FORMS) {
          problem(
              as(within(role, TestResidents.HROMADA)).accept(form).get(path(place)).then(),
              403,
              "outside-your-territory");
        }
      }
    }
  }

  @Test
  void a_brigades_report_is_its_members_and_theirs_who_answer_for_all_of_its_places() {
    var brigade = Ids.newId();
    var trip = ReportedVisits.trip(brigade, DAY, DAY, "medic-7", TestResidents.SETTLEMENT);
    ReportedVisits.keep(
        Told.withItems("9"), TestResidents.OTHER_SETTLEMENT, DAY, trip, null, false);
    for (var scope : List.of("brigade=" + brigade, "trip=" + trip)) {
      var path = REPORTS + "?" + scope + "&from=" + DAY;
      var member = TestTokens.staff("medic-7", Roles.MEDIC).within(TestResidents.HROMADA).token();
      as(member).get(path).then().statusCode(200);
      as(within(Roles.COORDINATOR, TestResidents.HROMADA, TestResidents.OTHER_HROMADA))
          .get(path)
          .then()
          .statusCode(200);
      problem(
          as(within(Roles.MEDIC, TestResidents.HROMADA)).get(path).then(),
          403,
          "outside-your-territory");
      problem(
          as(within(Roles.COORDINATOR, TestResidents.OTHER_HROMADA)).get(path).then(),
          403,
          "outside-your-territory");
    }
  }

  private static String path(String territory) {
    return REPORTS + "?territory=" + territory + "&from=" + DAY;
  }

  private static String within(String role, String... territories) {
    return TestTokens.staff("somebody", role).within(territories).token();
  }
}
