package ua.vidnova.medical.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static ua.vidnova.medical.need.TestNeeds.TODAY;
import static ua.vidnova.medical.need.TestNeeds.coordinator;
import static ua.vidnova.medical.need.TestNeeds.get;
import static ua.vidnova.medical.need.TestNeeds.medic;
import static ua.vidnova.medical.need.TestNeeds.needAt;
import static ua.vidnova.medical.need.TestNeeds.needOf;
import static ua.vidnova.medical.need.TestNeeds.newSettlement;
import static ua.vidnova.medical.need.TestNeeds.noted;
import static ua.vidnova.medical.trip.TestTrips.heard;
import static ua.vidnova.medical.trip.TestTrips.stop;
import static ua.vidnova.medical.trip.TestTrips.trip;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.household.TestHouseholds;
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.trip.TripChanged;

/** A household of which registry tells is one house of a visit list. */
@QuarkusTest
@WithPlatform
class HouseholdsOnVisitListResourceTest {

  private static final String IDS = "stops[0].households.people.residentId";

  private String settlement;
  private TripChanged trip;

  @BeforeEach
  void a_brigade_is_to_stop_in_a_settlement() {
    settlement = newSettlement();
    trip = trip(TODAY, TODAY, List.of(stop(settlement, TODAY)), "medic-1");
    heard(trip);
  }

  @Test
  void who_lives_together_is_visited_at_once_whatever_was_told_with_the_requests() {
    var mother = waiting("вул. Садова, 5");
    var son = waiting("вул. Лісова, 1");
    var neighbour = waiting("вул. Садова, 5");
    TestHouseholds.of(mother, son);
    TestHouseholds.of(neighbour);

    var houses =
        list(medic())
            .body("stops[0].households.knownFrom", contains("REGISTRY", "REGISTRY"))
            .extract()
            .<List<List<String>>>path(IDS);

    assertThat(houses)
        .extracting(Set::copyOf)
        .containsExactlyInAnyOrder(
            Set.of(mother.toString(), son.toString()), Set.of(neighbour.toString()));
  }

  @Test
  void what_a_request_says_counts_where_registry_is_silent() {
    var mother = waiting("вул. Садова, 5");
    TestHouseholds.of(mother);
    noted(needAt("Вул. Садова 5", settlement));
    noted(needAt("вул. Лісова, 1", settlement));

    list(medic())
        .body("stops[0].households", hasSize(2))
        .body("stops[0].households[0].people", hasSize(2))
        .body("stops[0].households.knownFrom", contains("REGISTRY", "REQUEST"));
  }

  @Test
  void whoever_moves_out_is_a_house_of_their_own() {
    var mother = waiting(null);
    var son = waiting(null);
    var household = TestHouseholds.of(mother, son);
    list(medic()).body("stops[0].households", hasSize(1));

    TestHouseholds.heard(household, 1, mother);

    list(medic()).body("stops[0].households", hasSize(2));
  }

  @Test
  void a_merged_record_is_of_the_survivors_household() {
    var mother = waiting(null);
    var survivor = waiting(null);
    var merged = TestResidents.livingIn(settlement);
    TestHouseholds.of(mother, merged);
    list(medic()).body("stops[0].households", hasSize(2));

    TestResidents.merge(merged, survivor);

    list(medic())
        .body("stops[0].households", hasSize(1))
        .body(
            "stops[0].households[0].people.residentId",
            containsInAnyOrder(mother.toString(), survivor.toString()));
  }

  @Test
  void members_who_await_no_visit_here_are_not_disclosed() {
    var mother = waiting(null);
    var elsewhere = TestResidents.livingIn(newSettlement());
    var atHome = TestResidents.livingIn(settlement);
    TestHouseholds.of(mother, elsewhere, atHome);

    for (var token : List.of(medic(), coordinator())) {
      var answer =
          list(token)
              .body("stops[0].households[0].people.residentId", contains(mother.toString()))
              .extract()
              .asString();
      assertThat(answer).doesNotContain(elsewhere.toString(), atHome.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.REGISTRAR, Roles.MEDIC, Roles.BRIGADE_LEAD})
  void nobody_learns_of_a_household_by_a_trip_on_which_they_are_not(String role) {
    TestHouseholds.of(waiting(null), waiting(null));

    get(TestTokens.staff("somebody", role).within(TestNeeds.OBLAST).token(), path())
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  private UUID waiting(String address) {
    var resident = TestResidents.livingIn(settlement);
    var need = needOf(resident, settlement);
    noted(address == null ? need : with(need, "address", address));
    return resident;
  }

  private ValidatableResponse list(String token) {
    return get(token, path()).statusCode(200);
  }

  private String path() {
    return "/api/medical/v1/trips/" + trip.tripId() + "/visit-list";
  }
}
