package ua.vidnova.coordination.cashpoint;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;

/** Cash points as callers speak of them. */
final class CashPoints {

  static final String BASE = "/api/coordination/v1/cash-points/";
  static final String LISTS = "/api/coordination/v1/cash-point-lists/";
  static final String LUHANSK_OBLAST = "UA44000000000018893";
  static final String NOVOAIDAR = "UA44160030010058180";
  static final String LYSYCHANSK = "UA44120050010021900";
  static final String UKRPOSHTA = "21560045";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private CashPoints() {}

  static String coordinator() {
    return TestTokens.staff("coordinator", Roles.COORDINATOR).within(LUHANSK_OBLAST).token();
  }

  /** A mobile post office in Novoaidar that comes to Lysychansk on Tuesdays. */
  static Map<String, Object> mobilePost() {
    var place = new LinkedHashMap<String, Object>();
    place.put("operator", UKRPOSHTA);
    place.put("operatorCode", "П" + NUMBER.incrementAndGet());
    place.put("kind", "MOBILE_POST");
    place.put("placeName", "Пересувне відділення");
    place.put("homeSettlement", NOVOAIDAR);
    place.put(
        "serves",
        new ArrayList<>(
            List.of(
                Map.of("settlement", NOVOAIDAR),
                Map.of("settlement", LYSYCHANSK, "weekdays", List.of("TUESDAY")))));
    place.put("postalIndex", "93500");
    place.put("limits", Map.of("amountMaxMinor", 10_000_000, "dailyFloatMinor", 90_000_000));
    place.put("status", working("2026-11-10"));
    return place;
  }

  static Map<String, Object> working(String since) {
    return Map.of("state", "WORKING", "since", since, "power", "GENERATOR", "link", "SATELLITE");
  }

  static Response put(String token, Object id, Map<String, Object> place) {
    return given().auth().oauth2(token).contentType("application/json").body(place).put(BASE + id);
  }

  static Response postStatus(String token, Object id, Map<String, Object> status) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(status)
        .post(BASE + id + "/status");
  }

  static Response get(String token, String path) {
    return given().auth().oauth2(token).get(BASE + path);
  }

  static Response load(String token, String operator, String csv) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("text/csv; charset=UTF-8")
        .body(csv)
        .post(LISTS + operator);
  }
}
