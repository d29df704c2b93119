package ua.vidnova.registry.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.cases.CasesApi.CASES;
import static ua.vidnova.registry.cases.CasesApi.move;
import static ua.vidnova.registry.cases.CasesApi.moved;
import static ua.vidnova.registry.cases.CasesApi.post;
import static ua.vidnova.registry.cases.CasesApi.show;
import static ua.vidnova.registry.cases.CasesApi.submission;
import static ua.vidnova.registry.cases.CasesApi.submissionOf;
import static ua.vidnova.registry.cases.CasesApi.submit;
import static ua.vidnova.registry.cases.CasesApi.submitted;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.services.DeadlineRules;
import ua.vidnova.registry.services.OfferedService.DayKind;
import ua.vidnova.registry.services.OfferedService.Term;

@QuarkusTest
@WithPlatform
class CaseResourceTest {

  @Inject AgroalDataSource database;

  @Test
  void an_application_is_taken_with_its_deadline_and_the_documents_it_needs() {
    var id = Ids.newId().toString();
    submit(
            submission("DESTROYED_PROPERTY_NOTICE")
                .put("id", id)
                .put("submittedOn", today().minusDays(3).toString())
                .put("note", "Дах зруйновано")
                .put("deviceTime", "2026-11-16T08:30:00Z"))
        .statusCode(201)
        .header("Location", equalTo(CASES + "/" + id))
        .header("ETag", equalTo("\"0\""))
        .body("state", equalTo("SUBMITTED"))
        .body("nextStates", contains("WAITING_FOR_DOCUMENTS", "AT_COMPETENT_BODY", "REFUSED"))
        .body(
            "deadline",
            equalTo(
                DeadlineRules.deadline(
                        today().minusDays(3), new Term(30, DayKind.CALENDAR, ""), Set.of())
                    .toString()))
        .body("overdue", equalTo(false))
        .body(
            "neededDocuments.findAll { it.mandatory }.kind",
            contains("APPLICATION", "IDENTITY_DOCUMENT"))
        .body("neededDocuments.attached", not(hasItem(true)))
        .body("transitions.to", contains("SUBMITTED"))
        .body("transitions[0].note", equalTo("Дах зруйновано"))
        .body("transitions[0].recordedBy", equalTo("registrar"))
        .body("transitions[0].deviceTime", equalTo("2026-11-16T08:30:00Z"));
    show(id).statusCode(200).body("id", equalTo(id));
  }

  @Test
  void a_device_may_send_its_submission_again() {
    var submission = submission("IDP_RECORD").put("id", Ids.newId().toString());
    submit(submission).statusCode(201);
    submit(submission).statusCode(200).body("transitions.to", contains("SUBMITTED"));
    submit(submission.put("service", "ID_CARD").put("specialEquipmentAtHand", true))
        .statusCode(409)
        .body("code", equalTo("id-in-use"));
  }

  @Test
  void the_same_idempotency_key_gets_the_stored_answer() {
    var submission = submission("IDP_RECORD").toString();
    var key = Ids.newId().toString();
    var first = withKey(key, submission).statusCode(201).extract().<String>path("id");
    withKey(key, submission).statusCode(201).body("id", equalTo(first));
    withKey(key, submission("IDP_RECORD").toString())
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @ParameterizedTest
  @CsvSource({
    "service, SOMETHING_ELSE, service, not-offered",
    "service, ID_CARD, specialEquipmentAtHand, special-equipment-needed",
    "residentId, 019aa7d0-5c00-7a10-8b21-4f0c6d2e9fff, residentId, unknown-resident",
    "id, 4f0c6d2e-5c00-4a10-8b21-019aa7d09fff, id, not-uuid-v7",
    "submittedOn, 2099-01-01, submittedOn, in-the-future",
    "submittedOn, 2026-01-01, submittedOn, too-long-ago"
  })
  void what_cannot_be_is_not_acceptable(String member, String value, String field, String code) {
    submit(submission("IDP_RECORD").put(member, value))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.findAll { it.field == '%s' }.code".formatted(field), hasItem(code));
  }

  @Test
  void the_dead_apply_for_nothing() {
    var id = registered(woman());
    KafkaProbe.send(
        "medical.outcomes",
        id,
        "ua.vidnova.medical.DeathRecorded.v1",
        EventSamples.json("medical.outcomes", "DeathRecorded.v1").put("residentId", id));
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                submit(submissionOf(id, "IDP_RECORD"))
                    .statusCode(422)
                    .body("errors.code", contains("deceased")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"service": "IDP_RECORD"}                                            | 422 | invalid
          {"residentId": "019aa7d0-5c00-7a10-8b21-4f0c6d2e9fff"}               | 422 | invalid
          {"service": 7}                                                       | 400 | wrong-type
          {"service": "IDP_RECORD", "residentId": "x"}                         | 400 | wrong-type
          {"service": "IDP_RECORD", "fee": 1}                                  | 400 | unknown-field
          {"service": "IDP_RECORD", "submittedOn": 20261120}                   | 400 | wrong-type
          {"service": "IDP_RECORD", "specialEquipmentAtHand": "yes"}           | 400 | wrong-type
          {"service":                                                          | 400 | malformed-json
          []                                                                   | 400 | malformed-json
          """)
  void what_is_no_submission_is_refused(String body, int status, String code) {
    post(CASES, body, registrar()).statusCode(status).body("code", equalTo(code));
  }

  @Test
  void a_case_goes_its_way_and_every_step_is_logged() {
    var id = submitted("IDP_RECORD");
    move(id, "AT_COMPETENT_BODY", "")
        .statusCode(409)
        .body("code", equalTo("documents-missing"))
        .body("kinds", contains("APPLICATION", "IDENTITY_DOCUMENT"));
    move(id, "WAITING_FOR_DOCUMENTS", "").statusCode(200).header("ETag", equalTo("\"1\""));
    move(id, "AT_COMPETENT_BODY", "\"withoutDocuments\": [\"IDENTITY_DOCUMENT\", \"APPLICATION\"]")
        .statusCode(422)
        .body("errors.field", contains("note"))
        .body("errors.code", contains("required"));
    moved(id, "AT_COMPETENT_BODY", "DECIDED", "HANDED_OVER");
    show(id)
        .header("ETag", equalTo("\"4\""))
        .body("state", equalTo("HANDED_OVER"))
        .body("nextStates", empty())
        .body(
            "transitions.to",
            contains(
                "SUBMITTED",
                "WAITING_FOR_DOCUMENTS",
                "AT_COMPETENT_BODY",
                "DECIDED",
                "HANDED_OVER"))
        .body("transitions[2].from", equalTo("WAITING_FOR_DOCUMENTS"))
        .body(
            "transitions[2].withoutDocuments",
            containsInAnyOrder("APPLICATION", "IDENTITY_DOCUMENT"))
        .body("transitions[2].note", equalTo("Папери згоріли"));
  }

  @Test
  void a_way_that_is_not_there_is_refused_and_the_others_are_named() {
    var id = submitted("IDP_RECORD");
    move(id, "HANDED_OVER", "")
        .statusCode(409)
        .body("code", equalTo("not-from-here"))
        .body("nextStates", contains("WAITING_FOR_DOCUMENTS", "AT_COMPETENT_BODY", "REFUSED"));
    move(id, "REFUSED", "\"note\": \"Не проживає\"").statusCode(200);
    move(id, "AT_COMPETENT_BODY", "").statusCode(409).body("nextStates", empty());
    show(id).body("transitions.to", contains("SUBMITTED", "REFUSED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REFUSED           |                                    | 422 | note                | required
          REFUSED           | "note": ""                         | 422 | note                | size
          REFUSED           | "note": "x", "occurredOn": "2099-01-01" | 422 | occurredOn     | impossible-day
          REFUSED           | "note": "x", "occurredOn": "2020-01-01" | 422 | occurredOn     | impossible-day
          AT_COMPETENT_BODY | "note": "x", "withoutDocuments": ["PASSPORT"] | 422 | withoutDocuments[0] | unknown-document
          LOST              |                                    | 400 | to                  | wrong-type
          REFUSED           | "because": "x"                     | 400 | because             | unknown-field
          """)
  void a_step_that_is_not_acceptable_names_the_field(
      String to, String more, int status, String field, String code) {
    var id = submitted("IDP_RECORD");
    move(id, to, more == null ? "" : more)
        .statusCode(status)
        .body("errors.field", hasItem(field))
        .body("errors.code", hasItem(code));
    show(id).body("state", equalTo("SUBMITTED"));
  }

  @Test
  void whoever_read_another_version_does_not_move_it() {
    var id = submitted("IDP_RECORD");
    moved(id, "WAITING_FOR_DOCUMENTS");
    for (var stale : new String[] {"\"0\"", "\"7\"", "nonsense"}) {
      as(registrar())
          .contentType("application/json")
          .header("If-Match", stale)
          .body("{\"to\": \"REFUSED\", \"note\": \"x\"}")
          .post(CASES + "/" + id + "/transitions")
          .then()
          .statusCode(412)
          .body("code", equalTo("changed-meanwhile"));
    }
    as(registrar())
        .contentType("application/json")
        .header("If-Match", "\"1\"")
        .body("{\"to\": \"REFUSED\", \"note\": \"x\"}")
        .post(CASES + "/" + id + "/transitions")
        .then()
        .statusCode(200);
  }

  @Test
  void a_pension_application_is_told_to_payments_and_others_are_not() {
    var resident = registered(woman());
    var other = submit(submissionOf(resident, "IDP_RECORD")).extract().<String>path("id");
    var day = today().minusDays(2).toString();
    var id =
        submit(submissionOf(resident, "PENSION_APPLICATION").put("submittedOn", day))
            .statusCode(201)
            .extract()
            .<String>path("id");
    var told =
        KafkaProbe.await(
            "registry.residents",
            "ua.vidnova.registry.PensionApplicationSubmitted.v1",
            data -> data.path("caseId").asText().equals(id));
    assertThat(told.key()).isEqualTo(resident);
    assertThat(told.data().path("residentId").asText()).isEqualTo(resident);
    assertThat(told.data().path("submittedOn").asText()).isEqualTo(day);
    assertThat(told.data().size()).isEqualTo(3);
    assertThat(KafkaProbe.all("registry.residents"))
        .noneMatch(event -> event.data().path("caseId").asText().equals(other));
  }

  @Test
  void the_list_begins_with_the_nearest_deadline_and_is_paged() {
    var resident = registered(woman());
    var late = submit(submissionOf(resident, "DESTROYED_PROPERTY_NOTICE")).extract().path("id");
    var soon = submit(submissionOf(resident, "BIRTH_FACT_FOR_COURT")).extract().path("id");
    var between = submit(submissionOf(resident, "PENSION_APPLICATION")).extract().path("id");
    list("residentId=" + resident).body("items.id", contains(soon, between, late));
    var next =
        list("limit=2&residentId=" + resident)
            .body("items.id", contains(soon, between))
            .extract()
            .<String>path("next");
    list("limit=2&residentId=" + resident + "&after=" + next)
        .body("items.id", contains(late))
        .body("next", equalTo(null));
    list("residentId=" + resident + "&service=PENSION_APPLICATION")
        .body("items.id", contains(between));
    list("residentId=" + resident + "&state=REFUSED").body("items", empty());
    list("residentId=" + resident + "&due=SOON").body("items.id", contains(soon));
  }

  @Test
  void what_is_overdue_is_listed_until_somebody_decides() {
    var resident = registered(woman());
    var id =
        submit(
                submissionOf(resident, "IDP_RECORD")
                    .put("submittedOn", today().minusDays(40).toString()))
            .statusCode(201)
            .body("overdue", equalTo(true))
            .extract()
            .<String>path("id");
    list("due=OVERDUE&residentId=" + resident).body("items.id", contains(id));
    list("due=SOON&residentId=" + resident).body("items", empty());
    list("due=OVERDUE&state=DECIDED&residentId=" + resident).body("items", empty());
    moved(id, "AT_COMPETENT_BODY", "DECIDED");
    list("due=OVERDUE&residentId=" + resident).body("items", empty());
    list("residentId=" + resident).body("items.overdue", contains(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "residentId=x",
        "service=idp",
        "service=%27--",
        "state=LOST",
        "due=NEVER",
        "limit=0",
        "limit=x",
        "service=%00",
        "limit=201",
        "after=!",
        "after=eA"
      })
  void a_parameter_that_cannot_be_read_is_400(String query) {
    as(registrar()).get(CASES + "?" + query).then().statusCode(400).body("status", equalTo(400));
  }

  @Test
  void every_look_and_every_step_is_in_the_audit_trail() {
    var resident = registered(woman());
    var id = submit(submissionOf(resident, "IDP_RECORD")).extract().<String>path("id");
    show(id);
    list("residentId=" + resident);
    moved(id, "AT_COMPETENT_BODY");
    as(staff(Roles.AUDITOR))
        .queryParam("residentId", resident)
        .get("/api/registry/v1/audit")
        .then()
        .body(
            "items.findAll { it.objectType == 'case' }.action",
            contains("sent-to-competent-body", "read", "read", "submitted"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update service_case set submitted_on = '2020-01-01' where id = '%s'     | keeps what was submitted
          update service_case set deadline = '2099-01-01' where id = '%s'         | keeps what was submitted
          delete from service_case where id = '%s'                                | violates foreign key
          update case_transition set note = 'x' where case_id = '%s'              | is only ever added to
          delete from case_transition where case_id = '%s'                        | is only ever added to
          insert into case_transition select gen_random_uuid(), case_id, 1, 'SUBMITTED', 'HANDED_OVER', occurred_on, note, '{}', recorded_by, recorded_by_name, recorded_at from case_transition where case_id = '%s' | permitted_transition
          insert into case_transition select gen_random_uuid(), case_id, 1, null, 'SUBMITTED', occurred_on, note, '{}', recorded_by, recorded_by_name, recorded_at from case_transition where case_id = '%s' | submission_comes_first
          """)
  void the_database_refuses_what_must_never_happen(String sql, String why) {
    var id = submitted("IDP_RECORD");
    assertThatThrownBy(() -> execute(sql.formatted(id)))
        .hasMessageMatching("(?s).*(" + why + "|keeps what was submitted).*");
  }

  @Test
  void a_list_of_a_territory_is_answered_by_an_index() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local enable_seqscan = off");
      var plan = new StringBuilder();
      var rows =
          statement.executeQuery(
              "explain select * from service_case where areas && '{UA44020010000067642}'"
                  + " and deadline between '2026-01-01' and '2026-12-31'"
                  + " order by deadline, id limit 51");
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
      assertThat(plan.toString())
          .matches("(?s).*Index.*(service_case_areas|service_case_deadline).*");
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static ValidatableResponse withKey(String key, String body) {
    return as(registrar())
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post(CASES)
        .then();
  }

  private static ValidatableResponse list(String query) {
    return as(registrar()).get(CASES + "?" + query).then().statusCode(200);
  }

  private static LocalDate today() {
    return LocalDate.now(KyivCalendar.KYIV);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
