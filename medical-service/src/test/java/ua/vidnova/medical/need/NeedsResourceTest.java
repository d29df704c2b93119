package ua.vidnova.medical.need;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.need.TestNeeds.NEEDS;
import static ua.vidnova.medical.need.TestNeeds.TODAY;
import static ua.vidnova.medical.need.TestNeeds.close;
import static ua.vidnova.medical.need.TestNeeds.coordinator;
import static ua.vidnova.medical.need.TestNeeds.get;
import static ua.vidnova.medical.need.TestNeeds.medic;
import static ua.vidnova.medical.need.TestNeeds.needAt;
import static ua.vidnova.medical.need.TestNeeds.needOf;
import static ua.vidnova.medical.need.TestNeeds.newSettlement;
import static ua.vidnova.medical.need.TestNeeds.note;
import static ua.vidnova.medical.need.TestNeeds.noted;
import static ua.vidnova.medical.need.TestNeeds.put;
import static ua.vidnova.medical.need.TestNeeds.registrar;
import static ua.vidnova.medical.trip.TestTrips.heard;
import static ua.vidnova.medical.trip.TestTrips.next;
import static ua.vidnova.medical.trip.TestTrips.stop;
import static ua.vidnova.medical.trip.TestTrips.trip;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.trip.TripState;
import ua.vidnova.medical.visit.TestVisits;

@QuarkusTest
@WithPlatform
class NeedsResourceTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Weights weights;

  @Test
  void a_need_is_noted_once_however_often_the_device_hands_it_in() {
    var settlement = newSettlement();
    var need = needOf(TestResidents.livingIn(settlement), settlement);

    note(registrar(), need)
        .statusCode(201)
        .header("ETag", "\"0\"")
        .header("Location", containsString("v1/needs/" + need.get("id")))
        .body("state", equalTo("OPEN"))
        .body("words", equalTo("Просить приїхати"));
    note(registrar(), need).statusCode(200);
    note(registrar(), with(need, "words", "Щось інше"))
        .statusCode(409)
        .body("code", equalTo("need-id-taken"));
  }

  @Test
  void a_need_shows_its_points_and_why() {
    var settlement = newSettlement();
    var need = needOf(TestResidents.livingIn(settlement), settlement);
    need.put("urgent", true);
    need.put("told", Map.of("disability", true, "medicineUntil", TODAY.plusDays(3).toString()));
    var id = noted(need);

    get(medic(), NEEDS + "/" + id)
        .statusCode(200)
        .body("points", equalTo(63))
        .body(
            "reasons.factor",
            contains("MEDICINE_ENDS", "DISABILITY", "ELDERLY", "NEVER_SEEN", "SAYS_URGENT"))
        .body("reasons[0].detail", equalTo(TODAY.plusDays(3).toString()))
        .body("told.disability", equalTo(true));
  }

  @Test
  void it_is_planned_when_a_brigade_that_treats_people_is_to_stop_there() {
    var settlement = newSettlement();
    var id = noted(needAt("вул. Садова, 5", settlement));
    var at = stop(settlement, TODAY.plusDays(2));
    var trip = trip(TODAY, TODAY.plusDays(3), List.of(at), "medic-1");
    heard(trip);

    get(registrar(), NEEDS + "/" + id)
        .body("state", equalTo("PLANNED"))
        .body("planned.tripId", equalTo(trip.tripId().toString()))
        .body("planned.stopId", equalTo(at.stopId().toString()))
        .body("planned.on", equalTo(TODAY.plusDays(2).toString()));

    heard(next(trip, TripState.CANCELLED, trip.stops()));
    get(registrar(), NEEDS + "/" + id).body("state", equalTo("OPEN")).body("planned", nullValue());
  }

  @Test
  void any_visit_since_they_asked_meets_it_and_none_before() {
    var settlement = newSettlement();
    var resident = TestResidents.livingIn(settlement);
    var early = noted(needOf(resident, settlement));
    var later = noted(with(needOf(resident, settlement), "askedAt", Instant.now().toString()));

    var visit = visited(resident, settlement, Map.of("kind", "TREATED"));

    get(registrar(), NEEDS + "/" + early)
        .body("state", equalTo("MET"))
        .body("metBy", equalTo(visit))
        .body("points", nullValue());
    get(registrar(), NEEDS + "/" + later).body("state", equalTo("OPEN"));
    close(registrar(), early, "DECLINED").statusCode(409).body("code", equalTo("need-met"));
  }

  @Test
  void a_visit_of_another_record_of_the_person_meets_it() {
    var settlement = newSettlement();
    var resident = TestResidents.livingIn(settlement);
    var other = TestResidents.livingIn(settlement);
    var id = noted(needOf(resident, settlement));
    TestResidents.merge(resident, other);

    visited(other, settlement, Map.of("kind", "TREATED"));

    get(registrar(), NEEDS + "/" + id).body("state", equalTo("MET"));
  }

  @Test
  void whose_record_was_not_known_a_medic_names_the_visit() {
    var settlement = newSettlement();
    var id = noted(needAt("Хата біля ставка", settlement));
    var resident = TestResidents.livingIn(settlement);
    put(medic(), NEEDS + "/" + id + "/visit", Map.of("visitId", Ids.newId()))
        .statusCode(422)
        .body("code", equalTo("no-such-visit"));
    var visit = visited(resident, settlement, Map.of("kind", "TREATED"));

    put(medic(), NEEDS + "/" + id + "/visit", Map.of("visitId", visit))
        .statusCode(200)
        .body("state", equalTo("MET"))
        .body("metBy", equalTo(visit));

    var ofResident = noted(with(needOf(resident, settlement), "askedAt", Instant.now().toString()));
    put(medic(), NEEDS + "/" + ofResident + "/visit", Map.of("visitId", visit))
        .statusCode(409)
        .body("code", equalTo("need-of-resident"));
  }

  @Test
  void it_is_closed_with_a_reason_and_stays_closed() {
    var id = noted(needAt("вул. Лісова, 1", newSettlement()));

    close(registrar(), id, "MOVED_AWAY")
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("closedReason", equalTo("MOVED_AWAY"));
    close(registrar(), id, "DECLINED").statusCode(409).body("code", equalTo("need-closed"));
    close(registrar(), id, "BORED").statusCode(400);
    close(registrar(), Ids.newId().toString(), "DECLINED").statusCode(404);
  }

  @Test
  void a_coordinator_wants_it_at_one_stop() {
    var settlement = newSettlement();
    var id = noted(needAt("вул. Лісова, 1", settlement));
    var first = stop(settlement, TODAY.plusDays(1));
    var second = stop(settlement, TODAY.plusDays(2));
    heard(trip(TODAY, TODAY.plusDays(3), List.of(first, second), "medic-1"));
    var path = NEEDS + "/" + id + "/stop";

    put(coordinator(), path, Map.of("stopId", second.stopId()))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("planned.stopId", equalTo(second.stopId().toString()));
    put(coordinator(), path, new HashMap<String, Object>())
        .statusCode(200)
        .body("planned.stopId", equalTo(first.stopId().toString()));
    put(coordinator(), path, Map.of("stopId", Ids.newId()))
        .statusCode(422)
        .body("code", equalTo("no-such-stop"));
    given()
        .auth()
        .oauth2(coordinator())
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body(Map.of("stopId", second.stopId()))
        .put(path)
        .then()
        .statusCode(412);
  }

  @Test
  void needs_of_a_place_are_listed_page_by_page() {
    var settlement = newSettlement();
    var ids =
        List.of("1", "2", "3").stream().map(n -> noted(needAt("Дім " + n, settlement))).toList();
    close(registrar(), ids.get(1), "REPEATED").statusCode(200);
    var query = NEEDS + "?territory=" + settlement;

    var first =
        get(registrar(), query + "&limit=2").body("items.id", contains(ids.get(0), ids.get(1)));
    get(registrar(), query + "&limit=2&after=" + first.extract().path("next"))
        .body("items.id", contains(ids.get(2)))
        .body("next", nullValue());
    get(registrar(), query + "&state=OPEN")
        .body("items.id", contains(ids.get(0), ids.get(2)))
        .body("items.state", everyItem(equalTo("OPEN")));
    get(registrar(), NEEDS + "?territory=" + TestNeeds.OBLAST + "&limit=200")
        .body("items.id", hasItem(ids.get(0)));
    get(registrar(), NEEDS + "?territory=" + newSettlement())
        .body("items.id", not(hasItem(ids.get(0))));
  }

  @Test
  void nobody_visits_the_dead_or_whom_nobody_told_of() {
    var settlement = newSettlement();
    note(registrar(), needOf(Ids.newId(), settlement))
        .statusCode(422)
        .body("code", equalTo("resident-unknown"));
    note(registrar(), needOf(TestResidents.deceasedOn(TODAY.minusDays(9)), settlement))
        .statusCode(409)
        .body("code", equalTo("resident-deceased"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id         | \"x\"                                  | 400 | id",
        "id         | \"3f0f9b8e-6a55-4c0e-9c55-1f6a0b7c2d11\" | 422 | id",
        "address    | null                                   | 422 | residentId",
        "address    | \" \"                                  | 422 | residentId",
        "settlement | \"UA44000000000018893\"                | 422 | settlement",
        "settlement | null                                   | 422 | settlement",
        "askedBy    | \"GHOST\"                              | 400 | askedBy",
        "askedBy    | null                                   | 422 | askedBy",
        "askedAt    | \"2999-01-01T00:00:00Z\"               | 422 | askedAt",
        "askedAt    | \"2019-01-01T00:00:00Z\"               | 422 | askedAt",
        "askedAt    | \"yesterday\"                          | 400 | askedAt",
        "told       | {\"ageYears\":131}                     | 422 | told.ageYears",
        "told       | {\"ageYears\":1,\"ageMonths\":12}      | 422 | told.ageMonths",
        "told       | {\"ageMonths\":-1}                     | 422 | told.ageMonths",
        "told       | {\"ageYears\":1.5}                     | 400 | told.ageYears",
        "told       | {\"medicineUntil\":\"2035-01-01\"}     | 422 | told.medicineUntil",
        "points     | 100                                    | 400 | points",
        "state      | \"MET\"                                | 400 | state",
      })
  void a_request_that_is_not_acceptable_is_refused_with_the_field(
      String field, String value, int status, String at) throws JsonProcessingException {
    var body = (ObjectNode) JSON.valueToTree(needAt("вул. Садова, 5", TestResidents.SETTLEMENT));
    body.set(field, JSON.readTree(value));
    note(registrar(), body.toString())
        .statusCode(status)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo(at));
  }

  @Test
  void texts_have_their_limits() {
    for (var field : Map.of("address", 300, "about", 200, "words", 1000).entrySet()) {
      var need = needAt("вул. Садова, 5", newSettlement());
      need.put(field.getKey(), "я".repeat(field.getValue() + 1));
      note(registrar(), need).statusCode(422).body("errors[0].field", equalTo(field.getKey()));
      need.put(field.getKey(), "я".repeat(field.getValue()));
      note(registrar(), need).statusCode(201);
      need.put(field.getKey(), "я\u0000");
      note(registrar(), with(need, "id", Ids.newId().toString())).statusCode(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "state=LOST", "after=%%%", "after=eA"})
  void a_search_that_cannot_be_read_is_refused(String query) {
    get(registrar(), NEEDS + "?" + query).statusCode(400);
  }

  @Test
  void the_rules_of_priority_are_shown_with_their_source() {
    get(registrar(), "/api/medical/v1/priority-rules")
        .statusCode(200)
        .body("items.factor", hasItem("PREGNANT"))
        .body("items.source", everyItem(containsString("confirm")));
    get(registrar(), "/api/medical/v1/priority-rules?on=2025-12-31")
        .body("items", equalTo(List.of()));
    assertThat(weights.inForce(PriorityRulesTest.ON).orElseThrow().weights())
        .isEqualTo(PriorityRulesTest.WEIGHTS);
  }

  private static String visited(UUID resident, String settlement, Map<String, Object> outcome) {
    return given()
        .auth()
        .oauth2(medic())
        .contentType("application/json")
        .body(with(with(visitOf(resident), "settlement", settlement), "outcome", outcome))
        .post(TestVisits.VISITS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
