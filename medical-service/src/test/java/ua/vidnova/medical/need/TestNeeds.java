package ua.vidnova.medical.need;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.medical.trip.TestTrips;

/** Needs as those who note them speak of them, each test in a settlement of its own. */
final class TestNeeds {

  static final String NEEDS = "/api/medical/v1/needs";
  static final String OBLAST = "UA44000000000018893";
  static final LocalDate TODAY = LocalDate.now(KyivCalendar.KYIV);

  private static final List<String> SETTLEMENTS =
      Territories.ukraine()
          .all()
          .filter(Territory::isSettlement)
          .map(Territory::code)
          .filter(code -> code.startsWith("UA4414"))
          .toList();

  private static final AtomicInteger NEXT = new AtomicInteger();

  private TestNeeds() {}

  /** The medic of these tests was there on a trip that is over, and so sees its people. */
  static String newSettlement() {
    var settlement = SETTLEMENTS.get(NEXT.getAndIncrement());
    var day = TODAY.minusDays(2);
    TestTrips.heard(TestTrips.trip(day, day, List.of(TestTrips.stop(settlement, day)), "medic-1"));
    return settlement;
  }

  static String registrar() {
    return TestTokens.staff("registrar-1", Roles.REGISTRAR).within(OBLAST).token();
  }

  static String coordinator() {
    return TestTokens.staff("coordinator-1", Roles.COORDINATOR).within(OBLAST).token();
  }

  /** On the trips of these tests. */
  static String medic() {
    return TestTokens.staff("medic-1", Roles.MEDIC).within(OBLAST).token();
  }

  static Instant yesterday() {
    return Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
  }

  static Map<String, Object> needOf(UUID residentId, String settlement) {
    var need = need(settlement);
    need.put("residentId", residentId.toString());
    return need;
  }

  /** For someone whom only an address names. */
  static Map<String, Object> needAt(String address, String settlement) {
    var need = need(settlement);
    need.put("address", address);
    return need;
  }

  private static Map<String, Object> need(String settlement) {
    var need = new LinkedHashMap<String, Object>();
    need.put("id", Ids.newId().toString());
    need.put("settlement", settlement);
    need.put("askedBy", "RELATIVE");
    need.put("askedAt", yesterday().toString());
    need.put("words", "Просить приїхати");
    return need;
  }

  static ValidatableResponse note(String token, Object need) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(need)
        .post(NEEDS)
        .then();
  }

  static String noted(Map<String, Object> need) {
    return note(registrar(), need).statusCode(201).extract().path("id");
  }

  static ValidatableResponse get(String token, String path) {
    return given().auth().oauth2(token).get(path).then();
  }

  static ValidatableResponse put(String token, String path, Object body) {
    return given().auth().oauth2(token).contentType("application/json").body(body).put(path).then();
  }

  static ValidatableResponse close(String token, String id, String reason) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(Map.of("reason", reason))
        .post(NEEDS + "/" + id + "/closing")
        .then();
  }
}
