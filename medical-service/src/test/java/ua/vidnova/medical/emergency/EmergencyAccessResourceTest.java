package ua.vidnova.medical.emergency;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;

@QuarkusTest
@WithPlatform
class EmergencyAccessResourceTest {

  private static final String BASE = "/api/medical/v1/";
  private static final String WHY = "Непритомна на блокпості, потрібні алергії";
  private static final String MEDIC = token("night-medic", Roles.MEDIC, "UA63000000000041885");
  private static final String AUDITOR = token("auditor-1", Roles.AUDITOR, TestResidents.HROMADA);

  @Inject EntityManager entities;

  private UUID resident;

  @BeforeEach
  void someone_was_visited() {
    resident = TestResidents.living();
    recorded(visitOf(resident));
  }

  @Test
  void a_record_out_of_reach_opens_with_a_reason_for_that_medic_and_for_a_time() {
    visits(MEDIC).statusCode(404);
    var id = opened();

    visits(MEDIC).statusCode(200);
    visits(token("another-medic", Roles.MEDIC, "UA63000000000041885")).statusCode(404);
    expire(id);
    visits(MEDIC).statusCode(404);
  }

  @Test
  void it_opens_all_records_of_the_person() {
    var survivor = TestResidents.living();
    TestResidents.merge(resident, survivor);
    opened();

    as(MEDIC).get(VISITS + "?residentId=" + survivor).then().statusCode(200);
  }

  @Test
  void auditors_see_the_days_openings_and_say_what_they_found() {
    var id = opened();
    list(AUDITOR)
        .body("items.find { it.id == '" + id + "' }.reason", equalTo(WHY))
        .body("items.find { it.id == '" + id + "' }.openedBy", equalTo("night-medic"))
        .body("items.find { it.id == '" + id + "' }.residentId", equalTo(resident.toString()));

    var review = Map.of("finding", "JUSTIFIED", "note", "Виклик підтверджено");
    review(AUDITOR, id, review)
        .statusCode(200)
        .body("finding", equalTo("JUSTIFIED"))
        .body("reviewedBy", equalTo("auditor-1"));
    review(AUDITOR, id, review).statusCode(409).body("code", equalTo("reviewed-before"));
  }

  @Test
  void what_was_not_justified_closes_at_once_for_the_rest_of_its_time_and_for_that_medic_alone() {
    var survivor = TestResidents.living();
    TestResidents.merge(resident, survivor);
    var earlier = opened();
    var id = opened();
    visits(MEDIC).statusCode(200);

    review(AUDITOR, id, Map.of("finding", "NOT_JUSTIFIED", "note", "Виклику не було"))
        .statusCode(200);

    visits(MEDIC).statusCode(404);
    for (var record : List.of(resident, survivor)) {
      open(MEDIC, record, WHY).statusCode(409).body("code", equalTo("found-not-justified"));
    }
    var colleague = token("another-medic", Roles.MEDIC, "UA63000000000041885");
    open(colleague, resident, WHY).statusCode(201);
    visits(colleague).statusCode(200);

    expire(earlier);
    open(MEDIC, resident, WHY).statusCode(409);
    expire(id);
    opened();
    visits(MEDIC).statusCode(200);
  }

  @Test
  void what_was_justified_stays_open() {
    review(AUDITOR, opened(), Map.of("finding", "JUSTIFIED")).statusCode(200);

    visits(MEDIC).statusCode(200);
    opened();
  }

  @Test
  void nobody_reviews_what_they_opened() {
    var both =
        TestTokens.staff("night-medic", Roles.MEDIC, Roles.AUDITOR)
            .within(TestResidents.HROMADA)
            .token();

    review(both, opened(), Map.of("finding", "JUSTIFIED"))
        .statusCode(409)
        .body("code", equalTo("same-person"));
  }

  @Test
  void auditors_of_elsewhere_see_and_review_nothing() {
    var id = opened();
    var elsewhere = token("auditor-2", Roles.AUDITOR, TestResidents.OTHER_HROMADA);

    list(elsewhere).body("items.id", not(hasItem(id.toString())));
    review(elsewhere, id, Map.of("finding", "JUSTIFIED")).statusCode(404);
  }

  @Test
  void pages_of_a_day_are_full_though_most_were_opened_elsewhere() {
    var settlement = "UA32080010010043861";
    var own = new ArrayList<String>();
    for (int i = 0; i < 9; i++) {
      opened();
      if (i % 3 == 2) {
        var neighbour = TestResidents.livingIn(settlement);
        own.add(open(MEDIC, neighbour, WHY).statusCode(201).extract().path("id"));
      }
    }
    var auditor = token("auditor-3", Roles.AUDITOR, settlement);
    var page = BASE + "emergency-accesses?limit=2&day=" + today();

    var first = as(auditor).get(page).then().statusCode(200).extract();
    assertThat(first.<List<String>>path("items.id")).isEqualTo(own.subList(0, 2));
    as(auditor)
        .get(page + "&after=" + first.path("next"))
        .then()
        .body("items.id", contains(own.get(2)))
        .body("next", equalTo(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"registrar", "coordinator", "auditor", "administrator", "brigade-lead"})
  void only_medics_open_records(String role) {
    open(token("somebody-else", role, TestResidents.HROMADA), resident, WHY).statusCode(403);
  }

  @Test
  void medics_do_not_read_the_list() {
    as(MEDIC).get(BASE + "emergency-accesses?day=" + today()).then().statusCode(403);
    as(AUDITOR).get(BASE + "emergency-accesses").then().statusCode(400);
    as(AUDITOR).get(BASE + "emergency-accesses?day=yesterday").then().statusCode(400);
  }

  @Test
  void a_reason_is_a_sentence_and_the_resident_exists() {
    open(MEDIC, resident, "треба").statusCode(422).body("errors[0].field", equalTo("reason"));
    open(MEDIC, resident, " ".repeat(20)).statusCode(422);
    open(MEDIC, Ids.newId(), WHY).statusCode(404);
    visits(MEDIC).statusCode(404);
  }

  private UUID opened() {
    return UUID.fromString(open(MEDIC, resident, WHY).statusCode(201).extract().path("id"));
  }

  private static ValidatableResponse open(String token, UUID resident, String reason) {
    return as(token)
        .contentType(JSON)
        .body(Map.of("reason", reason))
        .post(BASE + "residents/" + resident + "/emergency-access")
        .then();
  }

  private static ValidatableResponse review(String token, UUID id, Map<String, String> review) {
    return as(token)
        .contentType(JSON)
        .body(review)
        .post(BASE + "emergency-accesses/" + id + "/review")
        .then();
  }

  private ValidatableResponse visits(String token) {
    return as(token).get(VISITS + "?residentId=" + resident).then();
  }

  private static ValidatableResponse list(String token) {
    return as(token)
        .get(BASE + "emergency-accesses?limit=200&day=" + today())
        .then()
        .statusCode(200);
  }

  private static LocalDate today() {
    return LocalDate.now(KyivCalendar.KYIV);
  }

  private void expire(UUID id) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "update emergency_access set opened_at = opened_at - interval '2 days',"
                            + " until = until - interval '2 days' where id = ?1")
                    .setParameter(1, id)
                    .executeUpdate());
  }

  private static String token(String subject, String role, String territory) {
    return TestTokens.staff(subject, role).within(territory).token();
  }
}
