package ua.vidnova.medical.reach;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.trip.TestTrips;
import ua.vidnova.medical.trip.TripState;

@QuarkusTest
@WithPlatform
class ReachResourceTest {

  private static final String OBLAST = "UA44000000000018893";
  private static final String FHIR = "/api/medical/fhir/R4/";
  private static final LocalDate TODAY = LocalDate.now(KyivCalendar.KYIV);

  private UUID resident;

  @BeforeEach
  void someone_was_visited() {
    resident = TestResidents.living();
    recorded(visitOf(resident));
  }

  @ParameterizedTest
  @CsvSource({
    "-40, -31, 404",
    "-40, -30, 200",
    "-1,  1,   200",
    "7,   9,   200",
    "8,   9,   404",
  })
  void a_medic_sees_the_people_of_a_trips_hromadas_from_before_it_until_after_it(
      int first, int last, int status) {
    var medic = "traveller" + first + last;
    var from = TODAY.plusDays(first);
    TestTrips.heard(
        TestTrips.trip(
            from,
            TODAY.plusDays(last),
            List.of(TestTrips.stop(TestResidents.SETTLEMENT, from)),
            medic));

    sees(medic, OBLAST, status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UA80000000000093317", "UA85000000000065278"})
  void a_city_with_special_status_is_reached_by_trips_that_stop_in_it(String city) {
    resident = TestResidents.livingIn(city);
    var there = "traveller" + city;
    TestTrips.heard(TestTrips.trip(TODAY, TODAY, List.of(TestTrips.stop(city, TODAY)), there));

    sees(there, city, 200);
    sees(there, OBLAST, 404);
    sees("homebody", city, 404);
  }

  @Test
  void who_is_on_no_trip_sees_nobody() {
    sees("homebody", TestResidents.HROMADA, 404);
  }

  @Test
  void a_trip_elsewhere_shows_nobody_here() {
    TestTrips.heard(
        TestTrips.trip(
            TODAY,
            TODAY,
            List.of(TestTrips.stop(TestResidents.OTHER_SETTLEMENT, TODAY)),
            "traveller-elsewhere"));

    sees("traveller-elsewhere", OBLAST, 404);
  }

  @Test
  void a_trip_widens_nobodys_territories() {
    TestTrips.heard(TestTrips.oneDay(TODAY, "traveller-bounded"));

    sees("traveller-bounded", TestResidents.OTHER_HROMADA, 404);
  }

  @Test
  void a_trip_that_was_called_off_shows_nobody() {
    var trip = TestTrips.oneDay(TODAY, "traveller-stayed");
    TestTrips.heard(trip);
    sees("traveller-stayed", OBLAST, 200);
    TestTrips.heard(TestTrips.next(trip, TripState.CANCELLED, trip.stops()));

    sees("traveller-stayed", OBLAST, 404);
  }

  @Test
  void neither_does_fhir_show_whom_a_medic_does_not_meet() {
    var medic = token("homebody", TestResidents.HROMADA);
    as(medic).get(FHIR + "Patient/" + resident).then().statusCode(404);

    var found = as(medic).get(FHIR + "Encounter?patient=" + resident).then().statusCode(200);
    found.body("total", equalTo(0));
    assertThat(found.extract().asString()).doesNotContain("Вигаданенко");
  }

  @Test
  void nor_does_a_medic_record_for_them() {
    as(token("homebody", TestResidents.HROMADA))
        .contentType(JSON)
        .body(visitOf(resident))
        .post(VISITS)
        .then()
        .statusCode(404);
  }

  private void sees(String medic, String territory, int status) {
    as(token(medic, territory)).get(VISITS + "?residentId=" + resident).then().statusCode(status);
  }

  private static String token(String medic, String territory) {
    return TestTokens.staff(medic, Roles.MEDIC).within(territory).token();
  }
}
