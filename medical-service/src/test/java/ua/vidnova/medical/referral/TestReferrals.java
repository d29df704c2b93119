package ua.vidnova.medical.referral;

import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
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
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.visit.TestVisits;

/** Visits that refer, and what is said of the referrals. */
final class TestReferrals {

  static final String REFERRALS = "/api/medical/v1/referrals";
  static final LocalDate TODAY = LocalDate.now(KyivCalendar.KYIV);

  private TestReferrals() {}

  /** A visit that refers for care to a place. */
  static Map<String, Object> referring(UUID resident, String destination) {
    return with(visitOf(resident), "referrals", List.of(referral(destination)));
  }

  /** A referral for care to a cardiologist, with a new id. */
  static Map<String, Object> referral(String destination) {
    var referral = new LinkedHashMap<String, Object>();
    referral.put("id", Ids.newId().toString());
    referral.put("kind", "CARE");
    referral.put("destination", destination);
    referral.put("speciality", "Кардіологія");
    referral.put("urgency", "ROUTINE");
    referral.put("transport", "SEATED");
    referral.put("reason", "Вигадана причина");
    return referral;
  }

  static UUID idOf(Map<String, Object> visit) {
    return UUID.fromString(
        (String) ((Map<?, ?>) ((List<?>) visit.get("referrals")).get(0)).get("id"));
  }

  /** The id of the referral of a visit that is recorded with it. */
  static UUID referred(UUID resident) {
    var visit = referring(resident, "Вигадана лікарня");
    recorded(visit);
    return idOf(visit);
  }

  /** A correction that makes these referrals instead. */
  static Map<String, Object> correction(Map<String, Object> visit, List<?> referrals) {
    return with(
        with(with(visit, "id", Ids.newId().toString()), "reason", "Не той рядок"),
        "referrals",
        referrals);
  }

  static void correct(Map<String, Object> visit, int read, Map<String, Object> correction) {
    asMedic()
        .header("If-Match", "\"" + read + "\"")
        .contentType(ContentType.JSON)
        .body(correction)
        .post(TestVisits.VISITS + "/" + visit.get("id") + "/corrections")
        .then()
        .statusCode(201);
  }

  static Map<String, Object> outcome(String kind) {
    return Map.of("kind", kind, "on", TODAY.toString());
  }

  static ValidatableResponse close(UUID referral, Object body) {
    return closeAs(medic(), referral, body);
  }

  static ValidatableResponse closeAs(String token, Object referral, Object body) {
    return as(token)
        .contentType(ContentType.JSON)
        .body(body)
        .post(REFERRALS + "/" + referral + "/outcome")
        .then();
  }

  static String medic() {
    return TestTokens.staff("medic-1", Roles.MEDIC).within(TestResidents.HROMADA).token();
  }

  /** The open referrals of a resident on the pages of a list. */
  static List<Map<String, Object>> open(String token, String query, UUID resident) {
    var found = new ArrayList<Map<String, Object>>();
    var next = "";
    while (next != null) {
      var page =
          as(token)
              .get(REFERRALS + "?limit=200" + query + next)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      found.addAll(page.getList("items.findAll { it.residentId == '%s' }".formatted(resident)));
      next = page.getString("next") == null ? null : "&after=" + page.getString("next");
    }
    return found;
  }
}
