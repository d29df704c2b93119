package ua.vidnova.coordination.trip;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.coordination.trip.Trips.BRIGADES;
import static ua.vidnova.coordination.trip.Trips.LUHANSK_OBLAST;
import static ua.vidnova.coordination.trip.Trips.NOVOAIDAR;
import static ua.vidnova.coordination.trip.Trips.TODAY;
import static ua.vidnova.coordination.trip.Trips.TRIPS;
import static ua.vidnova.coordination.trip.Trips.cancel;
import static ua.vidnova.coordination.trip.Trips.coordinator;
import static ua.vidnova.coordination.trip.Trips.get;
import static ua.vidnova.coordination.trip.Trips.lead;
import static ua.vidnova.coordination.trip.Trips.newUser;
import static ua.vidnova.coordination.trip.Trips.planned;
import static ua.vidnova.coordination.trip.Trips.post;
import static ua.vidnova.coordination.trip.Trips.put;
import static ua.vidnova.coordination.trip.Trips.savedBrigade;
import static ua.vidnova.coordination.trip.Trips.trip;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;

/** Who may not see or move a trip: role by membership by territory. */
@QuarkusTest
@WithPlatform
class TripAccessTest {

  private static final String KYIV = "UA80000000000093317";
  private static final String NOVOAIDAR_HROMADA = "UA44160030000020916";

  private String member;
  private UUID brigade;
  private UUID trip;

  @BeforeEach
  void a_trip_is_planned() {
    Trips.liberate(NOVOAIDAR, TODAY.minusDays(60));
    member = newUser();
    brigade = savedBrigade(member);
    trip = planned(brigade, TODAY, TODAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.MEDIC,
        Roles.BRIGADE_LEAD,
        Roles.PAYMENTS_OFFICER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
      })
  void only_coordinators_plan_and_cancel(String role) {
    var token = TestTokens.staff(member, role).within(LUHANSK_OBLAST).token();
    put(token, TRIPS + trip, trip(brigade, TODAY, TODAY)).then().statusCode(403);
    put(token, BRIGADES + brigade, Trips.brigade("x")).then().statusCode(403);
    cancel(token, trip, "Не треба").then().statusCode(403);
  }

  @Test
  void only_a_lead_who_is_on_the_trip_starts_and_completes_it() {
    var tokens =
        List.of(
            coordinator(),
            TestTokens.staff(member, Roles.MEDIC).within(LUHANSK_OBLAST).token(),
            TestTokens.partner("ukrposhta", "21560045", "payments.batches:read"));
    for (var token : tokens) {
      post(token, trip + "/start").then().statusCode(403).body("code", equalTo("forbidden"));
      post(token, trip + "/completion").then().statusCode(403);
    }
    var stranger = TestTokens.staff(newUser(), Roles.BRIGADE_LEAD).within(LUHANSK_OBLAST).token();
    post(stranger, trip + "/start").then().statusCode(404).body("code", equalTo("not-found"));
    post(stranger, trip + "/completion").then().statusCode(404);
    post(lead(member), trip + "/start").then().statusCode(200);
  }

  @Test
  void members_see_their_trip_and_strangers_do_not() {
    var asMember = TestTokens.staff(member, Roles.REGISTRAR).token();
    get(asMember, TRIPS + trip).then().statusCode(200);
    get(asMember, TRIPS + "mine").then().body("items.id", contains(trip.toString()));
    get(asMember, TRIPS).then().statusCode(403);
    get(asMember, BRIGADES + brigade).then().statusCode(403);
    for (var role : List.of(Roles.REGISTRAR, Roles.MEDIC, Roles.BRIGADE_LEAD)) {
      var stranger = TestTokens.staff(newUser(), role).within(LUHANSK_OBLAST).token();
      get(stranger, TRIPS + trip).then().statusCode(404);
      get(stranger, TRIPS + "mine").then().statusCode(200).body("items", empty());
    }
    var partner = TestTokens.partner("ukrposhta", "21560045", "payments.batches:read");
    get(partner, TRIPS + trip).then().statusCode(404);
    given().get(TRIPS + trip).then().statusCode(401);
  }

  @Test
  void coordinators_and_auditors_see_the_trips_and_brigades_of_their_territories() {
    for (var role : List.of(Roles.COORDINATOR, Roles.AUDITOR)) {
      var here = TestTokens.staff("c", role).within(NOVOAIDAR_HROMADA).token();
      get(here, TRIPS + trip).then().statusCode(200);
      get(here, TRIPS + "?limit=200").then().body("items.id", hasItem(trip.toString()));
      for (var token :
          List.of(
              TestTokens.staff("c", role).within(KYIV).token(),
              TestTokens.staff("c", role).token())) {
        get(token, TRIPS + trip).then().statusCode(404);
        get(token, TRIPS + "?limit=200").then().body("items.id", not(hasItem(trip.toString())));
        get(token, BRIGADES + brigade).then().statusCode(404);
        get(token, BRIGADES + "?limit=200")
            .then()
            .body("items.id", not(hasItem(brigade.toString())));
      }
    }
  }

  @Test
  void a_coordinator_plans_within_their_territories_only() {
    var kyiv = TestTokens.staff("c", Roles.COORDINATOR).within(KYIV).token();
    put(kyiv, BRIGADES + Ids.newId(), Trips.brigade("x"))
        .then()
        .statusCode(403)
        .body("code", equalTo("outside-your-territory"));
    put(kyiv, TRIPS + trip, trip(brigade, TODAY, TODAY))
        .then()
        .statusCode(403)
        .body("code", equalTo("outside-your-territory"));
    cancel(kyiv, trip, "Не треба").then().statusCode(404);

    var own = Trips.brigade(newUser());
    own.put("territory", KYIV);
    var theirs = Ids.newId();
    put(kyiv, BRIGADES + theirs, own).then().statusCode(201);
    put(kyiv, TRIPS + Ids.newId(), trip(theirs, TODAY, TODAY))
        .then()
        .statusCode(403)
        .body("code", equalTo("outside-your-territory"));
    put(coordinator(), TRIPS + Ids.newId(), trip(theirs, TODAY, TODAY))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("unknown-brigade"));
    put(coordinator(), BRIGADES + theirs, Trips.brigade("x")).then().statusCode(403);
  }
}
