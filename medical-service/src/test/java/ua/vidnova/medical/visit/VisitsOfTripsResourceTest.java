package ua.vidnova.medical.visit;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.correctAs;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.correctionOf;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.trip.TestTrips;
import ua.vidnova.medical.trip.TripChanged;
import ua.vidnova.medical.trip.TripState;

/**
 * What was done on a trip is taken, whatever became of the trip; what was not done on it is not.
 */
@QuarkusTest
@WithPlatform
class VisitsOfTripsResourceTest {

  private static final LocalDate DAY = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV);

  private String medic;
  private UUID resident;
  private TripChanged trip;

  @BeforeEach
  void a_medic_is_on_a_trip() {
    medic = "on-the-road-" + Ids.newId();
    resident = TestResidents.living();
    trip = TestTrips.oneDay(DAY, medic);
    TestTrips.heard(trip);
  }

  @Test
  void a_visit_is_handed_in_after_its_trip_was_called_off_and_opens_no_record() {
    TestTrips.heard(TestTrips.next(trip, TripState.CANCELLED, trip.stops()));
    var visit = visitOn(trip);

    handIn(visit).statusCode(201);
    handIn(visit).statusCode(200);

    as(token(medic)).get(VISITS + "?residentId=" + resident).then().statusCode(404);
    problem(handIn(with(visitOf(resident), "tripId", null)), 404, "not-found");
  }

  @Test
  void a_visit_is_handed_in_after_its_trip_went_elsewhere_without_the_medic() {
    var elsewhere =
        TestTrips.trip(
            DAY.plusDays(9),
            DAY.plusDays(9),
            List.of(TestTrips.stop(TestResidents.OTHER_SETTLEMENT, DAY.plusDays(9))),
            "another");
    TestTrips.heard(
        new TripChanged(
            trip.tripId(),
            trip.version() + 1,
            TripState.PLANNED,
            trip.brigadeId(),
            trip.brigadeName(),
            trip.brigadeKind(),
            elsewhere.members(),
            elsewhere.startsOn(),
            elsewhere.endsOn(),
            elsewhere.stops()));

    handIn(visitOn(trip)).statusCode(201);
  }

  @Test
  void a_visit_is_handed_in_a_season_after_its_trip() {
    var past = TestTrips.oneDay(DAY.minusDays(100), medic + "-then");
    TestTrips.heard(past);
    var startedAt = anHourAgo().minus(Duration.ofDays(100));
    var visit = with(with(visitOn(past), "startedAt", startedAt.toString()), "endedAt", null);

    handInAs(token(medic + "-then"), visit).statusCode(201);
  }

  @Test
  void a_trip_opens_nobody_who_lives_where_it_never_stopped_or_outside_the_medics_territories() {
    TestTrips.heard(TestTrips.next(trip, TripState.CANCELLED, trip.stops()));
    var neighbour = TestResidents.livingIn(TestResidents.OTHER_SETTLEMENT);

    problem(handIn(with(visitOn(trip), "residentId", neighbour.toString())), 404, "not-found");
    var abroad = TestTokens.staff(medic, Roles.MEDIC).within(TestResidents.OTHER_HROMADA).token();
    problem(
        handInAs(abroad, with(visitOn(trip), "settlement", TestResidents.OTHER_SETTLEMENT)),
        404,
        "not-found");
  }

  @Test
  void a_trip_through_a_city_with_special_status_is_of_the_people_there() {
    var kyiv = "UA80000000000093317";
    resident = TestResidents.livingIn(kyiv);
    var there = TestTrips.trip(DAY, DAY, List.of(TestTrips.stop(kyiv, DAY)), medic);
    TestTrips.heard(there);
    TestTrips.heard(TestTrips.next(there, TripState.CANCELLED, there.stops()));
    var medicOfKyiv = TestTokens.staff(medic, Roles.MEDIC).within(kyiv).token();

    handInAs(medicOfKyiv, with(visitOn(there), "settlement", kyiv)).statusCode(201);
  }

  @Test
  void a_trip_of_which_no_news_has_come_is_awaited() {
    problem(handIn(with(visitOn(trip), "tripId", Ids.newId().toString())), 422, "trip-unknown")
        .body("errors[0].field", equalTo("tripId"));
  }

  @Test
  void a_visit_names_no_trip_that_its_medic_was_not_on() {
    var another = TestTrips.oneDay(DAY, "another");
    TestTrips.heard(another);

    refusedField(handIn(visitOn(another)), "tripId", "not-on-trip");
  }

  @ParameterizedTest
  @CsvSource({"-3, 422", "-2, 201", "2, 201", "3, 422"})
  void a_visit_is_of_a_day_of_its_trip_or_close_to_it(int after, int status) {
    var shifted = TestTrips.oneDay(DAY.minusDays(after), medic);
    TestTrips.heard(shifted);

    var answer = handIn(visitOn(shifted));

    answer.statusCode(status);
    if (status == 422) {
      refusedField(answer, "startedAt", "outside-trip");
    }
  }

  @Test
  void a_correction_keeps_the_trip_or_names_one_of_the_medics_own() {
    var visit = visitOn(trip);
    handIn(visit).statusCode(201);
    var id = UUID.fromString((String) visit.get("id"));
    var another = TestTrips.oneDay(DAY, "another");
    TestTrips.heard(another);
    var own = TestTrips.oneDay(DAY, medic);
    TestTrips.heard(own);
    var leader =
        TestTokens.staff("lead-1", Roles.MEDIC, Roles.BRIGADE_LEAD)
            .within(TestResidents.HROMADA)
            .token();

    correctAs(token(medic), id, 1, correctionOf(visit)).statusCode(201);
    refusedField(
        correctAs(leader, id, 2, correctionOf(with(visit, "tripId", another.tripId().toString()))),
        "tripId",
        "not-on-trip");
    problem(
        correctAs(token(medic), id, 2, correctionOf(with(visit, "tripId", Ids.newId().toString()))),
        422,
        "trip-unknown");
    var early = with(correctionOf(visit), "endedAt", null);
    refusedField(
        correctAs(
            leader,
            id,
            2,
            with(early, "startedAt", anHourAgo().minus(Duration.ofDays(3)).toString())),
        "startedAt",
        "outside-trip");
    correctAs(leader, id, 2, correctionOf(with(visit, "tripId", own.tripId().toString())))
        .statusCode(201);
  }

  @Test
  void what_was_done_on_a_trip_is_reported_after_it_was_called_off() {
    handIn(visitOn(trip)).statusCode(201);
    var idle = TestTrips.oneDay(DAY, medic);
    for (var one : List.of(trip, idle)) {
      TestTrips.heard(TestTrips.next(one, TripState.CANCELLED, one.stops()));
    }

    report("trip=" + trip.tripId()).statusCode(200).body("consultations", equalTo(1));
    report("brigade=" + trip.brigadeId()).statusCode(200).body("consultations", equalTo(1));
    report("trip=" + idle.tripId()).statusCode(404);
  }

  private ValidatableResponse report(String scope) {
    return as(token(medic))
        .get("/api/medical/v1/daily-reports?" + scope + "&from=" + DAY + "&to=" + DAY)
        .then();
  }

  private Map<String, Object> visitOn(TripChanged on) {
    return with(visitOf(resident), "tripId", on.tripId().toString());
  }

  private ValidatableResponse handIn(Map<String, Object> visit) {
    return handInAs(token(medic), visit);
  }

  private static ValidatableResponse handInAs(String token, Map<String, Object> visit) {
    return as(token).contentType(JSON).body(visit).post(VISITS).then();
  }

  private static String token(String medic) {
    return TestTokens.staff(medic, Roles.MEDIC).within(TestResidents.HROMADA).token();
  }
}
