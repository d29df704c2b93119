package ua.vidnova.medical.need;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.need.TestNeeds.TODAY;
import static ua.vidnova.medical.need.TestNeeds.coordinator;
import static ua.vidnova.medical.need.TestNeeds.get;
import static ua.vidnova.medical.need.TestNeeds.medic;
import static ua.vidnova.medical.need.TestNeeds.needAt;
import static ua.vidnova.medical.need.TestNeeds.needOf;
import static ua.vidnova.medical.need.TestNeeds.newSettlement;
import static ua.vidnova.medical.need.TestNeeds.noted;
import static ua.vidnova.medical.need.TestNeeds.put;
import static ua.vidnova.medical.trip.TestTrips.heard;
import static ua.vidnova.medical.trip.TestTrips.next;
import static ua.vidnova.medical.trip.TestTrips.stop;
import static ua.vidnova.medical.trip.TestTrips.trip;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
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
import org.junit.jupiter.api.BeforeEach;
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
import ua.vidnova.medical.trip.TripChanged;
import ua.vidnova.medical.trip.TripState;
import ua.vidnova.medical.visit.TestVisits;

@QuarkusTest
@WithPlatform
class VisitListResourceTest {

  @Inject AgroalDataSource database;

  private String settlement;
  private TripChanged.StopOfTrip stop;
  private TripChanged trip;

  @BeforeEach
  void a_brigade_is_to_stop_in_a_settlement() {
    settlement = newSettlement();
    stop = stop(settlement, TODAY.plusDays(2));
    trip = trip(TODAY, TODAY.plusDays(3), List.of(stop), "medic-1");
    heard(trip);
  }

  @Test
  void people_are_listed_house_by_house_the_most_pressing_first() {
    var resident = TestResidents.livingIn(settlement);
    noted(with(needOf(resident, settlement), "address", "вул. Садова, 5"));
    var child = needAt("Вул. Садова 5", settlement);
    child.put("about", "Немовля");
    child.put("told", Map.of("ageMonths", 4));
    noted(child);
    noted(needAt("вул. Лісова, 1", settlement));

    list(medic())
        .statusCode(200)
        .body("state", equalTo("PLANNED"))
        .body("complete", equalTo(true))
        .body("stops[0].households", hasSize(2))
        .body("stops[0].households[0].points", equalTo(30))
        .body("stops[0].households[0].people.about", contains("Немовля", null))
        .body("stops[0].households[0].people[0].priority.reasons.factor", contains("INFANT"))
        .body("stops[0].households[0].people[1].name.family", equalTo("Вигаданенко"))
        .body(
            "stops[0].households[0].people[1].priority.reasons.factor",
            contains("ELDERLY", "NEVER_SEEN"))
        .body("stops[0].households[1].address", equalTo("вул. Лісова, 1"));
  }

  @Test
  void who_is_due_is_on_it_without_anybody_having_asked() throws SQLException {
    var followUp = TestResidents.livingIn(settlement);
    visited(followUp, Map.of("kind", "FOLLOW_UP", "followUpOn", TODAY.plusDays(1).toString()));
    var later = TestResidents.livingIn(settlement);
    visited(later, Map.of("kind", "FOLLOW_UP", "followUpOn", TODAY.plusDays(9).toString()));
    var treated = TestResidents.livingIn(settlement);
    visited(treated, Map.of("kind", "TREATED"));
    var chronic = TestResidents.livingIn(settlement);
    takesMedicine(visited(chronic, Map.of("kind", "TREATED")), TODAY.plusDays(12));
    var supplied = TestResidents.livingIn(settlement);
    takesMedicine(visited(supplied, Map.of("kind", "TREATED")), TODAY.plusDays(60));

    var ids =
        list(medic())
            .statusCode(200)
            .extract()
            .<List<List<String>>>path("stops[0].households.people.residentId");

    assertThat(ids.stream().flatMap(List::stream))
        .containsExactlyInAnyOrder(followUp.toString(), chronic.toString());
  }

  @ParameterizedTest
  @CsvSource({
    // days before the follow-up's on which somebody was seen for something else; still due
    "8,  true",
    "7,  false",
    "20, true",
  })
  void a_follow_up_stands_until_a_visit_shortly_before_its_day(int daysBefore, boolean due) {
    var resident = TestResidents.livingIn(settlement);
    var followUpOn = TODAY.plusDays(1);
    visited(
        resident,
        TODAY.minusDays(30),
        Map.of("outcome", Map.of("kind", "FOLLOW_UP", "followUpOn", followUpOn.toString())));
    visited(resident, followUpOn.minusDays(daysBefore), Map.of());

    assertThat(reasonsOf(resident)).isEqualTo(due ? List.of("FOLLOW_UP") : List.of());
  }

  @Test
  void a_referral_to_care_stands_whatever_a_later_visit_was_for_until_its_end_is_told() {
    var resident = TestResidents.livingIn(settlement);
    var id = Ids.newId().toString();
    var referral =
        Map.of(
            "id", id,
            "kind", "CARE",
            "destination", "Вигадана лікарня",
            "urgency", "ROUTINE",
            "transport", "NONE");
    visited(resident, TODAY.minusDays(20), Map.of("referrals", List.of(referral)));
    visited(resident, TODAY.minusDays(3), Map.of());
    assertThat(reasonsOf(resident)).containsExactly("REFERRED");

    given()
        .auth()
        .oauth2(medic())
        .contentType("application/json")
        .body(Map.of("kind", "COMPLETED", "on", TODAY.toString()))
        .post("/api/medical/v1/referrals/" + id + "/outcome")
        .then()
        .statusCode(201);
    assertThat(reasonsOf(resident)).isEmpty();
  }

  @Test
  void a_birth_ends_a_pregnancy() {
    var mother = TestResidents.bornOn(TODAY.minusYears(30));
    TestResidents.moves(mother, settlement);
    noted(needOf(mother, settlement));
    visited(mother, TODAY.minusDays(30), Map.of("pregnant", true));
    assertThat(reasonsOf(mother)).containsExactly("PREGNANT");

    var bornOn = TODAY.minusDays(5);
    var birth =
        Map.of(
            "id",
            Ids.newId().toString(),
            "bornOn",
            bornOn.toString(),
            "sex",
            "FEMALE",
            "alive",
            true);
    visited(mother, bornOn, Map.of("births", List.of(birth)));
    assertThat(reasonsOf(mother)).isEmpty();
  }

  @Test
  void a_visit_takes_the_person_off_the_list() {
    var resident = TestResidents.livingIn(settlement);
    noted(needOf(resident, settlement));
    list(medic()).body("stops[0].households", hasSize(1));

    visited(resident, Map.of("kind", "TREATED"));

    list(medic()).body("stops[0].households", empty());
  }

  @Test
  void the_dead_are_not_on_it() {
    var resident = TestResidents.livingIn(settlement);
    noted(needOf(resident, settlement));
    TestResidents.dies(resident, TODAY);

    list(medic()).body("stops[0].households", empty());
  }

  @Test
  void the_list_follows_the_trip() {
    noted(needAt("вул. Садова, 5", settlement));
    var elsewhere = newSettlement();
    var moved = new TripChanged.StopOfTrip(stop.stopId(), elsewhere, TODAY.plusDays(3), "Школа");
    var second = next(trip, TripState.UNDER_WAY, List.of(moved));
    heard(second);
    list(medic())
        .body("stops[0].settlement", equalTo(elsewhere))
        .body("stops[0].place", equalTo("Школа"))
        .body("stops[0].households", empty());

    var third = next(second, TripState.UNDER_WAY, List.of(stop));
    heard(third);
    list(medic()).body("stops[0].households", hasSize(1));

    heard(next(third, TripState.CANCELLED, List.of(stop)));
    list(medic()).statusCode(200).body("stops[0].households", empty());
  }

  @Test
  void a_need_wanted_at_one_stop_is_on_no_other_until_that_is_gone() {
    var id = noted(needAt("вул. Садова, 5", settlement));
    var otherStop = stop(settlement, TODAY.plusDays(1));
    var other = trip(TODAY, TODAY.plusDays(3), List.of(otherStop), "medic-2");
    heard(other);
    list(medic()).body("stops[0].households", hasSize(1));
    put(coordinator(), TestNeeds.NEEDS + "/" + id + "/stop", Map.of("stopId", otherStop.stopId()))
        .statusCode(200);
    list(medic()).body("stops[0].households", empty());

    heard(next(other, TripState.CANCELLED, List.of(otherStop)));
    list(medic()).body("stops[0].households", hasSize(1));
  }

  @Test
  void it_is_printed_as_csv_that_no_spreadsheet_runs() {
    var need = needAt("вул. Садова, 5", settlement);
    need.put("words", "=HYPERLINK(\"http://example.org\")");
    noted(need);

    var csv =
        given()
            .auth()
            .oauth2(medic())
            .accept("text/csv")
            .get(path(trip.tripId()))
            .then()
            .statusCode(200)
            .contentType(containsString("text/csv"))
            .extract()
            .asString();

    assertThat(csv)
        .startsWith("on,settlement,place,house,address,points,name")
        .contains(stop.on() + "," + settlement + ",,1,\"вул. Садова, 5\",0,")
        .contains("'=HYPERLINK");
  }

  @Test
  void everyone_on_it_is_audited_as_read() {
    var resident = TestResidents.livingIn(settlement);
    noted(needOf(resident, settlement));
    list(medic()).statusCode(200);

    get(
            TestTokens.staff("auditor-1", Roles.AUDITOR).token(),
            "/api/medical/v1/audit?residentId=" + resident)
        .body(
            "items.findAll { it.objectType == 'visit-list' && it.action == 'read' }.actorName",
            contains("medic-1"));
  }

  @Test
  void coordinators_and_drivers_see_whom_but_not_why() {
    var need = needOf(TestResidents.livingIn(settlement), settlement);
    need.put("told", Map.of("pregnant", true));
    noted(need);
    for (var token : List.of(coordinator(), TestTokens.staff("medic-1", Roles.REGISTRAR).token())) {
      list(token)
          .statusCode(200)
          .body("stops[0].households[0].people[0].name.family", equalTo("Вигаданенко"))
          .body("stops[0].households[0].people[0].priority.points", equalTo(50))
          .body("stops[0].households[0].people[0].priority.reasons", empty())
          .body("stops[0].households[0].people[0].requests[0].words", nullValue());
    }
    for (var role : List.of(Roles.MEDIC, Roles.BRIGADE_LEAD)) {
      list(TestTokens.staff("medic-1", role).token())
          .body("stops[0].households[0].people[0].requests[0].words", equalTo("Просить приїхати"))
          .body("stops[0].households[0].people[0].priority.reasons", hasSize(3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.REGISTRAR, Roles.MEDIC, Roles.BRIGADE_LEAD})
  void nobody_sees_the_list_of_a_trip_on_which_they_are_not(String role) {
    list(TestTokens.staff("somebody", role).within(TestNeeds.OBLAST).token())
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  @Test
  void other_roles_partners_and_coordinators_of_elsewhere_see_no_list() {
    for (var role : List.of(Roles.AUDITOR, Roles.PAYMENTS_OFFICER, Roles.ADMINISTRATOR)) {
      list(TestTokens.staff("medic-1", role).within(TestNeeds.OBLAST).token()).statusCode(403);
    }
    list(TestTokens.partner("pension-fund", "00035323", "payments.awards:write")).statusCode(403);
    list(TestTokens.staff("c", Roles.COORDINATOR).within(TestResidents.HROMADA).token())
        .statusCode(404);
    given().get(path(trip.tripId())).then().statusCode(401);
    get(medic(), path(Ids.newId())).statusCode(404);
  }

  private ValidatableResponse list(String token) {
    return get(token, path(trip.tripId()));
  }

  private static String path(UUID tripId) {
    return "/api/medical/v1/trips/" + tripId + "/visit-list";
  }

  private String visited(UUID resident, Map<String, Object> outcome) {
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

  /** A visit at ten in the morning of a day. */
  private void visited(UUID resident, LocalDate day, Map<String, Object> what) {
    var visit = with(with(visitOf(resident), "settlement", settlement), "endedAt", null);
    visit.put("startedAt", day.atTime(10, 0).atZone(KyivCalendar.KYIV).toInstant().toString());
    visit.putAll(what);
    given()
        .auth()
        .oauth2(medic())
        .contentType("application/json")
        .body(visit)
        .post(TestVisits.VISITS)
        .then()
        .statusCode(201);
  }

  /** Why somebody is on the list, but for age and the time since the last visit. */
  private List<String> reasonsOf(UUID resident) {
    return list(medic())
        .statusCode(200)
        .extract()
        .<List<String>>path(
            "stops[0].households.people.flatten().findAll { it.residentId == '"
                + resident
                + "' }.priority.reasons.factor.flatten()")
        .stream()
        .filter(factor -> !factor.equals("ELDERLY") && !factor.equals("NOT_SEEN"))
        .toList();
  }

  private void takesMedicine(String visit, LocalDate until) throws SQLException {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into visit_chronic_condition"
                    + " (id, visit_id, rank, text, status, medicine_until)"
                    + " values (?, ?, 0, 'Вигадана хвороба', 'ACTIVE', ?)")) {
      insert.setObject(1, Ids.newId());
      insert.setObject(2, UUID.fromString(visit));
      insert.setObject(3, until);
      insert.executeUpdate();
    }
  }
}
