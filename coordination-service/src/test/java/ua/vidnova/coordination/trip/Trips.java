package ua.vidnova.coordination.trip;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.time.KyivCalendar;

/** Brigades and trips as callers speak of them. */
public final class Trips {

  public static final String BRIGADES = "/api/coordination/v1/brigades/";
  public static final String TRIPS = "/api/coordination/v1/trips/";
  public static final String LUHANSK_OBLAST = "UA44000000000018893";

  /** Liberated long ago, once a test has said so. */
  public static final String NOVOAIDAR = "UA44160030010058180";

  public static final String LYSYCHANSK = "UA44120050010021900";
  public static final LocalDate TODAY = LocalDate.now(KyivCalendar.KYIV);

  private Trips() {}

  public static String coordinator() {
    return TestTokens.staff("coordinator", Roles.COORDINATOR).within(LUHANSK_OBLAST).token();
  }

  static String lead(String user) {
    return TestTokens.staff(user, Roles.BRIGADE_LEAD).token();
  }

  static String newUser() {
    return "user-" + Ids.newId();
  }

  static void liberate(String settlement, LocalDate since) {
    setStatus(settlement, "LIBERATED", since);
  }

  static void setStatus(String settlement, String status, LocalDate since) {
    given()
        .auth()
        .oauth2(coordinator())
        .contentType("application/json")
        .body(Map.of("status", status, "effectiveOn", since.toString()))
        .put("/api/coordination/v1/settlements/" + settlement + "/status")
        .then()
        .statusCode(200);
  }

  public static Map<String, Object> brigade(String... users) {
    var brigade = new LinkedHashMap<String, Object>();
    brigade.put("name", "Вигадана бригада");
    brigade.put("kind", "MEDICAL");
    brigade.put("territory", LUHANSK_OBLAST);
    brigade.put(
        "members",
        new ArrayList<>(
            List.of(users).stream()
                .map(user -> Map.<String, Object>of("user", user, "role", "DOCTOR"))
                .toList()));
    return brigade;
  }

  static UUID savedBrigade(String... users) {
    var id = Ids.newId();
    put(coordinator(), BRIGADES + id, brigade(users)).then().statusCode(201);
    return id;
  }

  /** Of one stop a day in Novoaidar. */
  static Map<String, Object> trip(UUID brigade, LocalDate from, LocalDate to) {
    var trip = new LinkedHashMap<String, Object>();
    trip.put("brigadeId", brigade);
    trip.put("startsOn", from.toString());
    trip.put("endsOn", to.toString());
    trip.put(
        "stops", from.datesUntil(to.plusDays(1)).<Object>map(day -> stop(NOVOAIDAR, day)).toList());
    return trip;
  }

  static Map<String, Object> stop(String settlement, LocalDate on) {
    return Map.of("stopId", Ids.newId(), "settlement", settlement, "on", on.toString());
  }

  static UUID planned(UUID brigade, LocalDate from, LocalDate to) {
    var id = Ids.newId();
    put(coordinator(), TRIPS + id, trip(brigade, from, to)).then().statusCode(201);
    return id;
  }

  public static Response put(String token, String path, Object body) {
    return given().auth().oauth2(token).contentType("application/json").body(body).put(path);
  }

  static Response post(String token, Object tripAndStep) {
    return given().auth().oauth2(token).post(TRIPS + tripAndStep);
  }

  static Response cancel(String token, Object id, String reason) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(Map.of("reason", reason))
        .post(TRIPS + id + "/cancellation");
  }

  public static Response get(String token, String path) {
    return given().auth().oauth2(token).get(path);
  }
}
