package ua.vidnova.medical.need;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static ua.vidnova.medical.need.TestNeeds.OBLAST;
import static ua.vidnova.medical.need.TestNeeds.TODAY;
import static ua.vidnova.medical.need.TestNeeds.coordinator;
import static ua.vidnova.medical.need.TestNeeds.get;
import static ua.vidnova.medical.need.TestNeeds.needAt;
import static ua.vidnova.medical.need.TestNeeds.needOf;
import static ua.vidnova.medical.need.TestNeeds.newSettlement;
import static ua.vidnova.medical.need.TestNeeds.noted;
import static ua.vidnova.medical.need.TestNeeds.put;
import static ua.vidnova.medical.trip.TestTrips.heard;
import static ua.vidnova.medical.trip.TestTrips.next;
import static ua.vidnova.medical.trip.TestTrips.stop;
import static ua.vidnova.medical.trip.TestTrips.trip;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.trip.TripChanged;
import ua.vidnova.medical.trip.TripState;

/** Two brigades stop in one settlement on the same day. */
@QuarkusTest
@WithPlatform
class VisitClaimsResourceTest {

  private static final String FIRST = staff("medic-1", Roles.MEDIC);
  private static final String SECOND = staff("medic-2", Roles.MEDIC);

  private String settlement;
  private TripChanged first;
  private TripChanged second;

  @BeforeEach
  void two_brigades_are_to_stop_in_a_settlement() {
    settlement = newSettlement();
    first = trip(TODAY, TODAY, List.of(stop(settlement, TODAY)), "medic-1");
    second = trip(TODAY, TODAY, List.of(stop(settlement, TODAY)), "medic-2");
    heard(first);
    heard(second);
  }

  @Test
  void each_list_names_the_other_trip_that_stops_there() {
    list(FIRST, first)
        .body("stops[0].others.tripId", contains(second.tripId().toString()))
        .body("stops[0].others[0].stopId", equalTo(stopOf(second).toString()))
        .body("stops[0].others[0].brigadeName", equalTo("Вигадана бригада"))
        .body("stops[0].others[0].on", equalTo(TODAY.toString()));
    heard(next(second, TripState.CANCELLED, second.stops()));

    list(FIRST, first).body("stops[0].others", empty());
  }

  @Test
  void whom_one_trip_has_taken_the_other_does_not_list() {
    var resident = TestResidents.livingIn(settlement);
    noted(needOf(resident, settlement));
    var need = noted(needAt("вул. Лісова, 1", settlement));
    list(SECOND, second).body("stops[0].households", hasSize(2));

    take(FIRST, first, resident).statusCode(204);
    take(FIRST, first, resident).statusCode(204);
    take(SECOND, second, UUID.fromString(need)).statusCode(204);

    list(FIRST, first)
        .body("stops[0].households.people.residentId.flatten()", contains(resident.toString()))
        .body("stops[0].households[0].people[0].taken", equalTo(true));
    list(SECOND, second)
        .body("stops[0].households.people.requests.needId.flatten()", contains(need));
    get(coordinator(), TestNeeds.NEEDS + "/" + need)
        .body("planned.tripId", equalTo(second.tripId().toString()));
    take(SECOND, second, resident).statusCode(409).body("code", equalTo("taken-by-another-trip"));
  }

  @Test
  void whom_a_trip_lets_go_the_other_lists_again() {
    var need = UUID.fromString(noted(needAt("вул. Лісова, 1", settlement)));
    take(FIRST, first, need).statusCode(204);
    release(SECOND, second, need).statusCode(404);
    release(FIRST, first, need).statusCode(204);
    release(FIRST, first, need).statusCode(404);

    list(SECOND, second)
        .body("stops[0].households", hasSize(1))
        .body("stops[0].households[0].people[0].taken", equalTo(false));
  }

  @ParameterizedTest
  @EnumSource(
      value = TripState.class,
      names = {"COMPLETED", "CANCELLED"})
  void whom_a_trip_did_not_visit_the_other_lists_again_when_it_is_over(TripState over) {
    var need = UUID.fromString(noted(needAt("вул. Лісова, 1", settlement)));
    take(FIRST, first, need).statusCode(204);
    list(SECOND, second).body("stops[0].households", empty());
    heard(next(first, over, first.stops()));

    list(SECOND, second).body("stops[0].households", hasSize(1));
    take(SECOND, second, need).statusCode(204);
  }

  @Test
  void a_trip_that_goes_elsewhere_holds_nobody() {
    var need = UUID.fromString(noted(needAt("вул. Лісова, 1", settlement)));
    take(FIRST, first, need).statusCode(204);
    heard(next(first, TripState.PLANNED, List.of(stop(newSettlement(), TODAY))));

    list(SECOND, second).body("stops[0].households", hasSize(1));
  }

  @Test
  void a_wish_to_have_it_met_at_a_stop_comes_before_a_claim() {
    var resident = TestResidents.livingIn(settlement);
    var need = noted(needOf(resident, settlement));
    take(FIRST, first, resident).statusCode(204);
    put(coordinator(), TestNeeds.NEEDS + "/" + need + "/stop", Map.of("stopId", stopOf(second)))
        .statusCode(200);

    list(FIRST, first).body("stops[0].households", empty());
    list(SECOND, second).body("stops[0].households", hasSize(1));
  }

  @Test
  void of_two_who_take_at_once_one_does() {
    var need = UUID.fromString(noted(needAt("вул. Лісова, 1", settlement)));
    var answers =
        Stream.of(
                CompletableFuture.supplyAsync(() -> take(FIRST, first, need)),
                CompletableFuture.supplyAsync(() -> take(SECOND, second, need)))
            .map(one -> one.join().extract().statusCode());

    Assertions.assertThat(answers).containsExactlyInAnyOrder(204, 409);
  }

  @Test
  void only_those_of_the_trip_and_coordinators_of_the_place_take_for_it() {
    var need = UUID.fromString(noted(needAt("вул. Лісова, 1", settlement)));

    take(SECOND, first, need).statusCode(404);
    take(staff("medic-1", Roles.REGISTRAR), first, need).statusCode(403);
    take(staff("auditor-1", Roles.AUDITOR), first, need).statusCode(403);
    take(
            TestTokens.staff("c", Roles.COORDINATOR).within(TestResidents.HROMADA).token(),
            first,
            need)
        .statusCode(404);
    take(FIRST, first, Ids.newId()).statusCode(404);
    take(FIRST, first, TestResidents.living()).statusCode(404);
    take(coordinator(), first, need).statusCode(204);
    release(SECOND, first, need).statusCode(404);
    release(staff("medic-1", Roles.REGISTRAR), first, need).statusCode(403);
    release(coordinator(), first, need).statusCode(204);
  }

  private static ValidatableResponse take(String token, TripChanged trip, UUID who) {
    return given().auth().oauth2(token).put(path(trip) + "/" + who).then();
  }

  private static ValidatableResponse release(String token, TripChanged trip, UUID who) {
    return given().auth().oauth2(token).delete(path(trip) + "/" + who).then();
  }

  private static ValidatableResponse list(String token, TripChanged trip) {
    return get(token, path(trip)).statusCode(200);
  }

  private static String path(TripChanged trip) {
    return "/api/medical/v1/trips/" + trip.tripId() + "/visit-list";
  }

  private static UUID stopOf(TripChanged trip) {
    return trip.stops().getFirst().stopId();
  }

  private static String staff(String name, String role) {
    return TestTokens.staff(name, role).within(OBLAST).token();
  }
}
