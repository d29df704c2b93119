package ua.vidnova.medical.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;

/** What a medic sees of a person before the visit begins. */
@QuarkusTest
@WithPlatform
class MedicalOverviewResourceTest {

  private static final LocalDate TODAY = LocalDate.now(KyivCalendar.KYIV);

  @Inject EntityManagerFactory factory;

  @Test
  void everything_that_still_holds_is_on_one_page() {
    var woman = TestResidents.bornOn(TODAY.minusYears(30));
    var first = recorded(full(woman));
    var last = recorded(visitOf(woman));

    overview(woman)
        .body("residentId", equalTo(woman.toString()))
        .body("allergies.allergy.substance", contains("пеніцилін"))
        .body("allergies.visitId", contains(first.toString()))
        .body("chronicConditions.condition.code", contains("T90"))
        .body("chronicConditions.medicineRunsOut", contains(true))
        .body("lastVisit.visitId", equalTo(last.toString()))
        .body("lastVisit.outcome", equalTo("TREATED"))
        .body("followUp.visitId", equalTo(first.toString()))
        .body("followUp.overdue", equalTo(false))
        .body("referrals.referral.destination", contains("Вигадана лікарня"))
        .body("pregnancy.visitId", equalTo(first.toString()));
  }

  @Test
  void what_was_corrected_or_withdrawn_holds_no_more() {
    var woman = TestResidents.bornOn(TODAY.minusYears(30));
    var visit = full(woman);
    var id = recorded(visit);
    correct(id, 1, with(with(visit, "allergies", List.of()), "reason", "Не та людина"));
    overview(woman)
        .body("allergies", empty())
        .body("chronicConditions.condition.code", contains("T90"));
    correct(id, 2, with(with(visit, "withdrawn", true), "reason", "Не та людина"));
    overview(woman)
        .body("chronicConditions", empty())
        .body("referrals", empty())
        .body("lastVisit", nullValue())
        .body("followUp", nullValue())
        .body("pregnancy", nullValue());
  }

  @Test
  void the_visits_of_all_records_of_a_person_count() {
    var survivor = TestResidents.bornOn(TODAY.minusYears(30));
    var merged = TestResidents.bornOn(TODAY.minusYears(30));
    recorded(full(merged));
    TestResidents.merge(merged, survivor);
    for (var record : List.of(survivor, merged)) {
      overview(record)
          .body("residentId", equalTo(survivor.toString()))
          .body("allergies.allergy.substance", contains("пеніцилін"));
    }
  }

  @Test
  void a_long_history_takes_no_more_questions_than_a_short_one() {
    var woman = TestResidents.bornOn(TODAY.minusYears(30));
    recorded(full(woman));
    var few = questionsFor(woman);
    for (int i = 0; i < 20; i++) {
      recorded(full(woman));
    }
    assertThat(questionsFor(woman)).isEqualTo(few);
  }

  @Test
  void only_medics_of_the_territory_see_it_and_reading_leaves_a_trace() {
    var resident = TestResidents.living();
    for (var role : List.of(Roles.BRIGADE_LEAD, Roles.REGISTRAR, Roles.AUDITOR)) {
      var token = TestTokens.staff("other-1", role).within(TestResidents.HROMADA).token();
      as(token).get(address(resident)).then().statusCode(403);
    }
    var stranger =
        TestTokens.staff("medic-2", Roles.MEDIC).within(TestResidents.OTHER_HROMADA).token();
    problem(as(stranger).get(address(resident)).then(), 404, "not-found");
    problem(asMedic().get(address(Ids.newId())).then(), 404, "not-found");
    overview(resident);
    as(TestTokens.staff("auditor-1", Roles.AUDITOR).token())
        .get("/api/medical/v1/audit?residentId=" + resident)
        .then()
        .body("items.objectType", contains("medical-overview"));
  }

  /** A visit with everything that an overview shows. */
  private static Map<String, Object> full(UUID resident) {
    var visit = visitOf(resident);
    visit.put("startedAt", anHourAgo().minus(Duration.ofDays(1)).toString());
    visit.remove("endedAt");
    visit.put("pregnant", true);
    visit.put(
        "allergies",
        List.of(Map.of("category", "MEDICATION", "substance", "пеніцилін", "status", "ACTIVE")));
    visit.put(
        "chronicConditions",
        List.of(
            Map.of(
                "code", "T90",
                "text", "Діабет",
                "status", "ACTIVE",
                "medicineUntil", TODAY.plusDays(9).toString())));
    visit.put(
        "referrals",
        List.of(
            Map.of(
                "kind", "CARE",
                "destination", "Вигадана лікарня",
                "urgency", "ROUTINE",
                "transport", "SEATED")));
    visit.put("outcome", Map.of("kind", "FOLLOW_UP", "followUpOn", TODAY.plusDays(20).toString()));
    return visit;
  }

  private static void correct(UUID visit, int read, Map<String, Object> body) {
    asMedic()
        .header("If-Match", "\"" + read + "\"")
        .contentType(ContentType.JSON)
        .body(with(body, "id", Ids.newId().toString()))
        .post("/api/medical/v1/visits/" + visit + "/corrections")
        .then()
        .statusCode(201);
  }

  private long questionsFor(UUID resident) {
    var statistics = factory.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    overview(resident);
    return statistics.getPrepareStatementCount();
  }

  private static ValidatableResponse overview(UUID resident) {
    return asMedic().get(address(resident)).then().statusCode(200);
  }

  private static String address(UUID resident) {
    return "/api/medical/v1/residents/" + resident + "/medical-overview";
  }
}
