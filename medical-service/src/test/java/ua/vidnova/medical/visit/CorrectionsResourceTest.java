package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.diagnosis;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** What was wrong about a visit is corrected by a further revision; nothing that was said goes. */
@QuarkusTest
@WithPlatform
class CorrectionsResourceTest {

  @Inject AgroalDataSource database;

  @Test
  void a_correction_stands_and_the_first_word_stays() {
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    var correction = with(correctionOf(visit), "complaint", "Болить спина");

    correct(id, 1, correction)
        .statusCode(201)
        .header("ETag", equalTo("\"2\""))
        .body("id", equalTo(id.toString()))
        .body("revision", equalTo(2))
        .body("correctionReason", equalTo("Не той рядок"))
        .body("complaint", equalTo("Болить спина"));

    show(id).header("ETag", equalTo("\"2\"")).body("complaint", equalTo("Болить спина"));
    list(visit).body("items", hasSize(1)).body("items[0].revision", equalTo(2));
    revisions(id)
        .body("items.visit.revision", contains(1, 2))
        .body("items[0].changed", empty())
        .body("items[0].visit.complaint", equalTo(visit.get("complaint")))
        .body("items[0].visit.correctionReason", nullValue())
        .body("items[1].changed", contains("complaint"));
  }

  @Test
  void what_changed_is_told_by_part_and_new_ids_of_parts_are_no_change() {
    var visit =
        with(
            visitOf(TestResidents.living()),
            "allergies",
            List.of(Map.of("category", "FOOD", "substance", "горіх", "status", "ACTIVE")));
    var id = recorded(visit);
    correct(id, 1, correctionOf(visit)).statusCode(201);
    var other =
        with(
            with(correctionOf(visit), "vitals", Map.of("pulsePerMinute", 90)),
            "diagnoses",
            List.of(diagnosis("PRIMARY", "K87")));
    correct(id, 2, other).statusCode(201);
    revisions(id)
        .body("items[1].changed", empty())
        .body("items[2].changed", contains("vitals", "diagnoses"));
  }

  @Test
  void revisions_come_page_by_page_and_each_tells_what_it_changed() {
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    for (int revision = 1; revision <= 4; revision++) {
      correct(id, revision, with(correctionOf(visit), "complaint", "Слово " + revision))
          .statusCode(201);
    }
    var seen = new ArrayList<Integer>();
    String after = null;
    do {
      var page =
          asMedic()
              .queryParam("limit", 2)
              .queryParams(after == null ? Map.of() : Map.of("after", after))
              .get(VISITS + "/" + id + "/revisions")
              .then()
              .statusCode(200);
      seen.addAll(page.extract().path("items.visit.revision"));
      assertThat(page.extract().<List<String>>path("items[-1].changed"))
          .containsExactly("complaint");
      after = page.extract().path("next");
    } while (after != null);
    assertThat(seen).containsExactly(1, 2, 3, 4, 5);
    problem(asMedic().get(VISITS + "/" + id + "/revisions?after=eHg").then(), 400, "bad-parameter");
  }

  @Test
  void the_same_correction_handed_in_again_changes_nothing() {
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    var correction = with(correctionOf(visit), "complaint", "Болить спина");
    var first = correct(id, 1, correction).statusCode(201).extract().asString();
    assertThat(correct(id, 1, correction).statusCode(200).extract().asString()).isEqualTo(first);
    problem(correct(id, 1, with(correction, "complaint", "Інше")), 409, "correction-id-taken");
    problem(correct(id, 1, with(correction, "reason", "Інша")), 409, "correction-id-taken");
    revisions(id).body("items", hasSize(2));
    send(visit).statusCode(200).body("complaint", equalTo(visit.get("complaint")));
    problem(
        send(with(with(correction, "reason", null), "complaint", "Болить спина")),
        409,
        "visit-id-taken");
  }

  @Test
  void two_devices_do_not_correct_past_each_other() {
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    correct(id, 1, with(correctionOf(visit), "complaint", "Перша")).statusCode(201);
    problem(
        correct(id, 1, with(correctionOf(visit), "complaint", "Друга")),
        409,
        "revision-out-of-date");
    show(id).body("complaint", equalTo("Перша"));
  }

  @Test
  void of_corrections_at_once_one_stands() throws Exception {
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    try (var threads = Executors.newFixedThreadPool(6)) {
      var calls = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 6; i++) {
        var correction = with(correctionOf(visit), "complaint", "Слово " + i);
        calls.add(() -> correct(id, 1, correction).extract().statusCode());
      }
      var statuses = new ArrayList<Integer>();
      for (var answer : threads.invokeAll(calls)) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }
    revisions(id).body("items", hasSize(2));
  }

  @Test
  void corrections_that_overtake_what_they_correct_wait_for_it() {
    var visit = visitOf(TestResidents.living());
    var id = UUID.fromString((String) visit.get("id"));
    var second = with(correctionOf(visit), "complaint", "Друга");
    var third = with(correctionOf(visit), "complaint", "Третя");

    problem(correct(id, 2, third), 422, "visit-unknown");
    problem(correct(id, 1, second), 422, "visit-unknown");
    send(visit).statusCode(201);
    problem(correct(id, 2, third), 409, "revision-unknown");
    correct(id, 1, second).statusCode(201);
    correct(id, 2, third).statusCode(201);
    show(id).body("complaint", equalTo("Третя")).body("revision", equalTo(3));
  }

  @Test
  void a_correction_says_why_and_of_which_revision() {
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    refusedField(correct(id, 1, with(correctionOf(visit), "reason", " ")), "reason", "required");
    refusedField(
        correct(id, 1, with(correctionOf(visit), "reason", "x".repeat(1001))), "reason", "size");
    problem(sendCorrection(asMedic(), id, correctionOf(visit)), 428, "revision-required");
    problem(
        sendCorrection(asMedic().header("If-Match", "*"), id, correctionOf(visit)),
        428,
        "revision-required");
    problem(
        sendCorrection(asMedic().header("If-Match", "one"), id, correctionOf(visit)),
        412,
        "changed-meanwhile");
  }

  @Test
  void a_correction_is_held_to_the_rules_and_to_the_person() {
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    refusedField(
        correct(id, 1, with(correctionOf(visit), "diagnoses", null)), "diagnoses", "no-primary");
    refusedField(
        correct(id, 1, with(correctionOf(visit), "pregnant", true)), "pregnant", "implausible-age");
    refusedField(
        correct(id, 1, with(correctionOf(visit), "residentId", TestResidents.living().toString())),
        "residentId",
        "not-the-same");
    revisions(id).body("items", hasSize(1));
  }

  @Test
  void a_withdrawn_visit_stays_as_it_was_and_says_so() {
    var visit =
        with(
            visitOf(TestResidents.living()),
            "allergies",
            List.of(Map.of("category", "FOOD", "substance", "горіх", "status", "ACTIVE")));
    var id = recorded(visit);
    var withdrawal = with(with(correctionOf(visit), "withdrawn", true), "complaint", "Інше");
    correct(id, 1, withdrawal)
        .statusCode(201)
        .body("withdrawn", equalTo(true))
        .body("complaint", equalTo(visit.get("complaint")))
        .body("allergies.substance", contains("горіх"));
    correct(id, 1, withdrawal).statusCode(200);
    revisions(id).body("items[1].changed", contains("withdrawn"));
    correct(id, 2, correctionOf(visit)).statusCode(201).body("withdrawn", equalTo(false));
  }

  @Test
  void an_id_of_a_part_is_used_once() {
    var part = Ids.newId().toString();
    var visit =
        with(
            visitOf(TestResidents.living()),
            "allergies",
            List.of(
                Map.of("id", part, "category", "FOOD", "substance", "горіх", "status", "ACTIVE")));
    var id = recorded(visit);
    problem(correct(id, 1, correctionOf(visit)), 409, "part-id-taken");
    var other = with(visitOf(TestResidents.living()), "allergies", visit.get("allergies"));
    problem(send(other), 409, "part-id-taken");
    send(visit).statusCode(200);
  }

  @Test
  void what_cannot_be_read_is_no_correction() {
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    var json = TestVisits.json(correctionOf(visit));
    for (var body :
        Map.of(
                "{\"reason\":\"x\"",
                "malformed-json",
                json.replaceFirst("\\{", "{\"signedBy\":\"x\","),
                "unknown-field",
                json.replaceFirst("\\{", "{\"withdrawn\":\"yes\","),
                "wrong-type")
            .entrySet()) {
      var answer =
          asMedic()
              .header("If-Match", "\"1\"")
              .contentType(ContentType.JSON)
              .body(body.getKey())
              .post(VISITS + "/" + id + "/corrections")
              .then();
      problem(answer, 400, body.getValue());
    }
    problem(
        correct(id, 1, with(correctionOf(visit), "complaint", "а".repeat(1_000_000))),
        413,
        "too-large");
    problem(
        sendCorrection(asMedic().header("If-Match", "\"1\""), Ids.newId(), correctionOf(visit)),
        422,
        "visit-unknown");
    revisions(id).body("items", hasSize(1));
  }

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
                "paths.'/api/medical/v1/visits/{id}/corrections'.post.requestBody.content"
                    + ".'application/json'.example");
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    var correction = with(example, "id", Ids.newId().toString());
    correction.put("residentId", visit.get("residentId"));
    correction.put("startedAt", visit.get("startedAt"));
    correction.put("endedAt", visit.get("endedAt"));
    correct(id, 1, correction).statusCode(201).body("complaint", equalTo(example.get("complaint")));
  }

  @Test
  void the_database_lets_nobody_correct_a_revision_twice() throws SQLException {
    var visit = visitOf(TestResidents.living());
    var id = recorded(visit);
    correct(id, 1, correctionOf(visit)).statusCode(201);
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select count(*) filter (where superseded), count(*) from visit"
                    + " where origin_id = ?")) {
      query.setObject(1, id);
      var row = query.executeQuery();
      row.next();
      assertThat(row.getInt(1)).isEqualTo(1);
      assertThat(row.getInt(2)).isEqualTo(2);
    }
  }

  /** The visit again, with a reason and the id of a new revision. */
  static Map<String, Object> correctionOf(Map<String, Object> visit) {
    return with(with(visit, "id", Ids.newId().toString()), "reason", "Не той рядок");
  }

  static ValidatableResponse correct(UUID visit, int read, Map<String, Object> body) {
    return sendCorrection(asMedic().header("If-Match", "\"" + read + "\""), visit, body);
  }

  static ValidatableResponse correctAs(
      String token, UUID visit, int read, Map<String, Object> body) {
    return sendCorrection(as(token).header("If-Match", "\"" + read + "\""), visit, body);
  }

  static ValidatableResponse sendCorrection(
      RequestSpecification caller, UUID visit, Map<String, Object> body) {
    return caller
        .contentType(ContentType.JSON)
        .body(body)
        .post(VISITS + "/" + visit + "/corrections")
        .then();
  }

  static ValidatableResponse show(UUID visit) {
    return asMedic().get(VISITS + "/" + visit).then().statusCode(200);
  }

  static ValidatableResponse list(Map<String, Object> visit) {
    return asMedic()
        .queryParam("residentId", visit.get("residentId"))
        .get(VISITS)
        .then()
        .statusCode(200);
  }

  static ValidatableResponse revisions(UUID visit) {
    return asMedic().get(VISITS + "/" + visit + "/revisions").then().statusCode(200);
  }
}
