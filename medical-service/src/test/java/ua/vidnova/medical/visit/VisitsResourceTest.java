package ua.vidnova.medical.visit;

import static io.restassured.path.json.config.JsonPathConfig.NumberReturnType.BIG_DECIMAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.countOf;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;

@QuarkusTest
@WithPlatform
class VisitsResourceTest {

  private static final RestAssuredConfig EXACT_NUMBERS =
      RestAssuredConfig.config().jsonConfig(JsonConfig.jsonConfig().numberReturnType(BIG_DECIMAL));

  @Inject AgroalDataSource database;

  @Test
  void records_a_visit_and_shows_it_as_it_was_written_down() {
    var visit = visitOf(TestResidents.living());

    send(visit)
        .statusCode(201)
        .header("Location", endsWith(VISITS + "/" + visit.get("id")))
        .body("id", equalTo(visit.get("id")));

    asMedic()
        .config(EXACT_NUMBERS)
        .get(VISITS + "/" + visit.get("id"))
        .then()
        .statusCode(200)
        .body("residentId", equalTo(visit.get("residentId")))
        .body("settlement", equalTo(TestResidents.SETTLEMENT))
        .body("startedAt", equalTo(visit.get("startedAt")))
        .body("endedAt", equalTo(visit.get("endedAt")))
        .body("complaint", equalTo(visit.get("complaint")))
        .body("vitals.temperatureC", equalTo(new BigDecimal("36.6")))
        .body("vitals.weightKg", equalTo(new BigDecimal("71.50")))
        .body("vitals.pulsePerMinute.intValue()", equalTo(82))
        .body("reasons", equalTo(visit.get("reasons")))
        .body("outcome.kind", equalTo("TREATED"))
        .body("recordedBy", equalTo("medic-1"));
  }

  @Test
  void the_location_of_a_visit_leads_through_the_gateway() {
    var visit = visitOf(TestResidents.living());
    asMedic()
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "vidnova.example")
        .contentType(ContentType.JSON)
        .body(visit)
        .post(VISITS)
        .then()
        .statusCode(201)
        .header("Location", equalTo("https://vidnova.example" + VISITS + "/" + visit.get("id")));
  }

  @Test
  void a_visit_needs_no_more_than_who_where_when_consent_diagnosis_and_outcome() {
    var visit = visitOf(TestResidents.withoutIdentity());
    var bare =
        Map.of(
            "residentId", visit.get("residentId"),
            "settlement", visit.get("settlement"),
            "startedAt", visit.get("startedAt"),
            "consent", "GIVEN",
            "diagnoses", visit.get("diagnoses"),
            "outcome", visit.get("outcome"));

    var id = send(bare).statusCode(201).extract().<String>path("id");

    assertThat(UUID.fromString(id).version()).isEqualTo(7);
    asMedic()
        .get(VISITS + "/" + id)
        .then()
        .statusCode(200)
        .body("endedAt", nullValue())
        .body("complaint", nullValue())
        .body("vitals.temperatureC", nullValue())
        .body("reasons", empty());
  }

  @Test
  void the_same_visit_handed_in_again_changes_nothing() {
    var visit = visitOf(TestResidents.living());
    var first = send(visit).statusCode(201).extract().asString();

    assertThat(send(visit).statusCode(200).extract().asString()).isEqualTo(first);
    assertThat(countOf(visit)).isEqualTo(1);
  }

  @Test
  void the_same_visit_is_accepted_again_after_the_resident_moved_away() {
    var resident = TestResidents.living();
    var visit = visitOf(resident);
    send(visit).statusCode(201);
    TestResidents.moves(resident, TestResidents.OTHER_SETTLEMENT);
    send(visit).statusCode(200);
  }

  @Test
  void the_id_of_a_visit_cannot_be_used_for_another() {
    var visit = visitOf(TestResidents.living());
    send(visit).statusCode(201);

    problem(send(with(visit, "complaint", "Інше")), 409, "visit-id-taken");
    problem(
        send(with(visit, "residentId", TestResidents.living().toString())), 409, "visit-id-taken");
    assertThat(countOf(visit)).isEqualTo(1);
  }

  @Test
  void one_visit_handed_in_by_many_hands_at_once_is_recorded_once() throws Exception {
    var visit = visitOf(TestResidents.living());
    var statuses = atOnce(8, i -> visit);
    assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
    assertThat(countOf(visit)).isEqualTo(1);
  }

  @Test
  void an_id_that_two_visits_claim_at_once_goes_to_one() throws Exception {
    var visit = visitOf(TestResidents.living());
    var others = List.of(TestResidents.living(), TestResidents.living(), TestResidents.living());
    var statuses = atOnce(3, i -> with(visit, "residentId", others.get(i).toString()));
    assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    assertThat(countOf(visit)).isEqualTo(1);
  }

  @Test
  void an_idempotency_key_carries_a_visit_without_an_id() {
    var visit = with(visitOf(TestResidents.living()), "id", null);
    var key = UUID.randomUUID().toString();
    var first = sendWithKey(key, visit).statusCode(201).extract().<String>path("id");
    sendWithKey(key, visit).statusCode(201).body("id", equalTo(first));
    problem(sendWithKey(key, with(visit, "complaint", null)), 422, "idempotency-key-reused");
  }

  @Test
  void a_resident_nobody_told_of_is_refused_with_word_that_the_news_may_be_on_its_way() {
    var visit = visitOf(Ids.newId());
    problem(send(visit), 422, "resident-unknown")
        .body("errors[0].field", equalTo("residentId"))
        .body("detail", containsString("repeat"));
    assertThat(countOf(visit)).isZero();
  }

  @Test
  void a_visit_after_the_day_of_death_is_refused() {
    var today = LocalDate.now(KyivCalendar.KYIV);
    var visit = visitOf(TestResidents.deceasedOn(today.minusDays(2)));
    problem(send(visit), 409, "resident-deceased");
    assertThat(countOf(visit)).isZero();
  }

  @Test
  void a_visit_before_the_death_is_recorded_however_late_it_is_handed_in() {
    var today = LocalDate.now(KyivCalendar.KYIV);
    var visit = visitOf(TestResidents.deceasedOn(today.minusDays(2)));
    var start = anHourAgo().minus(Duration.ofDays(4));
    send(with(with(visit, "startedAt", start.toString()), "endedAt", null)).statusCode(201);
  }

  @Test
  void a_death_recorded_here_closes_later_visits_at_once() {
    var resident = TestResidents.living();
    var daysAgo = anHourAgo().minus(Duration.ofDays(3));
    var died = LocalDate.ofInstant(daysAgo, KyivCalendar.KYIV);
    var deathbed = with(visitOf(resident), "startedAt", daysAgo.toString());
    send(with(
            with(deathbed, "endedAt", null),
            "outcome",
            Map.of("kind", "DECEASED", "diedOn", died.toString())))
        .statusCode(201)
        .body("outcome.diedOn", equalTo(died.toString()));

    problem(send(visitOf(resident)), 409, "resident-deceased");
  }

  @Test
  void nobody_is_visited_before_birth() {
    var newborn = TestResidents.bornOn(LocalDate.now(KyivCalendar.KYIV));
    var early = anHourAgo().minus(Duration.ofDays(2)).toString();
    var visit = with(with(visitOf(newborn), "startedAt", early), "endedAt", null);
    refusedField(send(visit), "startedAt", "before-birth");
  }

  @Test
  void nobody_dies_before_birth() {
    var today = LocalDate.now(KyivCalendar.KYIV);
    var start = Instant.now().minusSeconds(1);
    var visit = visitOf(TestResidents.bornOn(LocalDate.ofInstant(start, KyivCalendar.KYIV)));
    var outcome = Map.of("kind", "DECEASED", "diedOn", today.minusDays(3).toString());
    refusedField(
        send(
            with(
                with(with(visit, "startedAt", start.toString()), "endedAt", null),
                "outcome",
                outcome)),
        "outcome.diedOn",
        "before-birth");
  }

  @Test
  void lists_a_residents_visits_newest_first_page_by_page() {
    var resident = TestResidents.living();
    var newestFirst = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      var start = anHourAgo().minus(Duration.ofDays(i / 2)).toString();
      var visit = with(with(visitOf(resident), "startedAt", start.toString()), "endedAt", null);
      newestFirst.add(recorded(visit).toString());
    }
    recorded(visitOf(TestResidents.living()));

    var seen = new ArrayList<String>();
    String after = null;
    do {
      var page =
          asMedic()
              .queryParam("residentId", resident)
              .queryParam("limit", 2)
              .queryParams(after == null ? Map.of() : Map.of("after", after))
              .get(VISITS)
              .then()
              .statusCode(200);
      seen.addAll(page.extract().path("items.id"));
      after = page.extract().path("next");
    } while (after != null);

    assertThat(seen).containsExactlyInAnyOrderElementsOf(newestFirst);
    assertThat(seen.getFirst()).isIn(newestFirst.subList(0, 2));
    assertThat(seen.getLast()).isEqualTo(newestFirst.getLast());
  }

  @Test
  void a_list_needs_a_resident_and_a_sound_page() {
    var resident = TestResidents.living();
    problem(asMedic().get(VISITS).then(), 400, "bad-parameter");
    problem(asMedic().get(VISITS + "?residentId=nobody").then(), 400, "bad-parameter");
    problem(asMedic().get(VISITS + "?residentId=" + Ids.newId()).then(), 404, "not-found");
    var list = VISITS + "?residentId=" + resident;
    problem(asMedic().get(list + "&limit=0").then(), 400, "bad-parameter");
    problem(asMedic().get(list + "&limit=201").then(), 400, "bad-parameter");
    for (var cursor : List.of("%20", "eHg", "MjAyNi0xMS0xN1QwMDowMDowMFovbm9wZQ")) {
      problem(asMedic().get(list + "&after=" + cursor).then(), 400, "bad-parameter");
    }
    asMedic().get(list).then().statusCode(200).body("items", hasSize(0));
  }

  /**
   * What the API description shows as an example can be sent as it stands, but for who and when.
   */
  @Test
  void the_example_of_the_api_description_works() {
    var example =
        RestAssured.given()
            .accept(ContentType.JSON)
            .get("/q/openapi?format=json")
            .then()
            .statusCode(200)
            .extract()
            .<Map<String, Object>>path(
                "paths.'/api/medical/v1/visits'.post.requestBody.content.'application/json'"
                    + ".example");
    var start = anHourAgo();
    var day = LocalDate.ofInstant(start, KyivCalendar.KYIV);
    var visit = with(example, "id", Ids.newId().toString());
    visit.put("residentId", TestResidents.living().toString());
    visit.put("startedAt", start.toString());
    visit.put("endedAt", start.plusSeconds(600).toString());
    visit.put("outcome", Map.of("kind", "FOLLOW_UP", "followUpOn", day.plusDays(14).toString()));
    send(visit).statusCode(201);
  }

  @Test
  void a_visit_that_is_not_there_is_404() {
    problem(asMedic().get(VISITS + "/" + Ids.newId()).then(), 404, "not-found");
    problem(asMedic().get(VISITS + "/nothing").then(), 404, "not-found");
    problem(asMedic().delete(VISITS + "/" + Ids.newId()).then(), 405, "method-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update visit set complaint = null where id = ?",
        "delete from visit where id = ?",
        "update visit_reason set code = 'A01' where visit_id = ?",
        "delete from visit_reason where visit_id = ?",
        "update visit_diagnosis set code = 'A01' where visit_id = ?",
        "delete from visit_diagnosis where visit_id = ?"
      })
  void the_database_itself_never_changes_a_recorded_visit(String statement) throws SQLException {
    var id = recorded(visitOf(TestResidents.living()));
    try (var connection = database.getConnection();
        var change = connection.prepareStatement(statement)) {
      change.setObject(1, id);
      assertThatThrownBy(change::executeUpdate).hasMessageContaining("never changed");
    }
  }

  private interface Bodies {
    Object body(int number);
  }

  private static List<Integer> atOnce(int hands, Bodies bodies) throws Exception {
    try (var threads = Executors.newFixedThreadPool(hands)) {
      var calls = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < hands; i++) {
        var body = bodies.body(i);
        calls.add(() -> send(body).extract().statusCode());
      }
      var statuses = new ArrayList<Integer>();
      for (var answer : threads.invokeAll(calls)) {
        statuses.add(answer.get());
      }
      return statuses;
    }
  }

  private static ValidatableResponse sendWithKey(String key, Object visit) {
    return asMedic()
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body(visit)
        .post(VISITS)
        .then();
  }
}
