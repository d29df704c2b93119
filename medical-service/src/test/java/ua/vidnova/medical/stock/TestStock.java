package ua.vidnova.medical.stock;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.trip.TestTrips;

/** Reserves and brigades as their keepers fill them. */
final class TestStock {

  static final String BASE = "/api/medical/v1/";

  static final String COORDINATOR = staff("coordinator-1", Roles.COORDINATOR);
  static final String MEDIC = staff("medic-1", Roles.MEDIC);
  static final String LEAD = staff("lead-1", Roles.BRIGADE_LEAD);

  private TestStock() {}

  static String staff(String subject, String role) {
    return TestTokens.staff(subject, role).within(TestResidents.HROMADA).token();
  }

  static ValidatableResponse get(String token, String path) {
    return given().auth().oauth2(token).get(BASE + path).then();
  }

  static ValidatableResponse put(String token, String path, Object body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(body)
        .put(BASE + path)
        .then();
  }

  static ValidatableResponse post(String token, String path, Object body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(body)
        .post(BASE + path)
        .then();
  }

  /** A tablet, or a vaccine that must be kept cold. */
  static UUID medicine(boolean coldChain) {
    var id = Ids.newId();
    var told =
        Map.of("name", "Вигаданол", "unit", "таблетка", "strength", "5 мг", "coldChain", coldChain);
    var administrator = TestTokens.staff("administrator-1", Roles.ADMINISTRATOR).token();
    put(administrator, "medicines/" + id, told).statusCode(201);
    return id;
  }

  static UUID reserve() {
    return place(Ids.newId(), "RESERVE", COORDINATOR, TestResidents.HROMADA);
  }

  /** The brigade of a trip of today's, with {@link #MEDIC} on it. */
  static UUID brigade() {
    return place(brigadeWithoutPlace(), "BRIGADE", COORDINATOR, TestResidents.HROMADA);
  }

  static UUID brigadeWithoutPlace() {
    var trip = TestTrips.oneDay(LocalDate.now(KyivCalendar.KYIV), "medic-1");
    TestTrips.heard(trip);
    return trip.brigadeId();
  }

  static UUID place(UUID id, String kind, String coordinator, String territory) {
    var told = Map.of("kind", kind, "name", "Склад", "territory", territory);
    put(coordinator, "stock-places/" + id, told).statusCode(201);
    return id;
  }

  static Map<String, Object> arrival(UUID medicine, String batch, Object quantity) {
    var line = new LinkedHashMap<String, Object>();
    line.put("medicineId", medicine);
    line.put("batch", batch);
    line.put("expiresOn", "2031-05-31");
    line.put("quantity", quantity);
    return line;
  }

  static ValidatableResponse receive(String token, UUID place, Map<String, Object> line) {
    return post(
        token,
        "stock-places/" + place + "/receipts",
        Map.of("source", "Накладна № 7", "lines", List.of(line)));
  }

  /** Books some of a new batch and tells the batch's id. */
  static UUID received(String token, UUID place, UUID medicine, int quantity) {
    var line = arrival(medicine, "B" + Ids.newId(), quantity);
    line.put("coldChainKept", true);
    return UUID.fromString(
        receive(token, place, line).statusCode(200).extract().path("movements[0].batchId"));
  }

  /** What lies of a batch at a place; null when nothing does. */
  static Number onHand(String token, UUID place, UUID batch) {
    return get(token, "stock-places/" + place + "/stock?limit=200")
        .statusCode(200)
        .extract()
        .path("items.find { it.batchId == '" + batch + "' }?.quantity");
  }

  static Map<String, Object> offer(UUID from, UUID to, UUID batch, Object quantity) {
    return Map.of(
        "id",
        Ids.newId(),
        "fromPlaceId",
        from,
        "toPlaceId",
        to,
        "lines",
        List.of(Map.of("batchId", batch, "quantity", quantity)));
  }
}
