package ua.vidnova.medical.need;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.need.TestNeeds.NEEDS;
import static ua.vidnova.medical.need.TestNeeds.OBLAST;
import static ua.vidnova.medical.need.TestNeeds.close;
import static ua.vidnova.medical.need.TestNeeds.coordinator;
import static ua.vidnova.medical.need.TestNeeds.get;
import static ua.vidnova.medical.need.TestNeeds.medic;
import static ua.vidnova.medical.need.TestNeeds.needAt;
import static ua.vidnova.medical.need.TestNeeds.needOf;
import static ua.vidnova.medical.need.TestNeeds.note;
import static ua.vidnova.medical.need.TestNeeds.noted;
import static ua.vidnova.medical.need.TestNeeds.put;
import static ua.vidnova.medical.need.TestNeeds.registrar;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** Who may not note, see or settle a need: role by object by territory. */
@QuarkusTest
@WithPlatform
class NeedsAccessTest {

  private static final String HERE = TestResidents.SETTLEMENT;

  @Test
  void other_roles_and_partners_note_and_see_nothing() {
    var id = noted(needAt("вул. Садова, 5", HERE));
    for (var token :
        List.of(
            TestTokens.staff("o", Roles.PAYMENTS_OFFICER).within(OBLAST).token(),
            TestTokens.staff("a", Roles.AUDITOR).within(OBLAST).token(),
            TestTokens.staff("a", Roles.ADMINISTRATOR).within(OBLAST).token(),
            TestTokens.partner("pension-fund", "00035323", "payments.awards:write"))) {
      note(token, needAt("вул. Садова, 5", HERE)).statusCode(403);
      get(token, NEEDS).statusCode(403);
      get(token, NEEDS + "/" + id).statusCode(403);
      close(token, id, "DECLINED").statusCode(403);
      put(token, NEEDS + "/" + id + "/stop", Map.of("stopId", Ids.newId())).statusCode(403);
      put(token, NEEDS + "/" + id + "/visit", Map.of("visitId", Ids.newId())).statusCode(403);
    }
    given().get(NEEDS + "/" + id).then().statusCode(401);
  }

  @Test
  void nobody_notes_or_sees_needs_of_other_territories() {
    var id = noted(needAt("вул. Садова, 5", HERE));
    for (var role : List.of(Roles.REGISTRAR, Roles.COORDINATOR, Roles.MEDIC)) {
      for (var token :
          List.of(
              TestTokens.staff("x", role).within(TestResidents.OTHER_HROMADA).token(),
              TestTokens.staff("x", role).token())) {
        note(token, needAt("вул. Садова, 5", HERE))
            .statusCode(403)
            .body("code", equalTo("outside-your-territory"));
        get(token, NEEDS + "/" + id).statusCode(404);
        get(token, NEEDS + "?limit=200").statusCode(200).body("items.id", not(hasItem(id)));
        close(token, id, "DECLINED").statusCode(404);
      }
    }
  }

  @Test
  void nobody_notes_a_need_of_a_resident_of_another_territory() {
    var stranger = TestResidents.livingIn(TestResidents.OTHER_SETTLEMENT);
    var here = TestTokens.staff("r", Roles.REGISTRAR).within(TestResidents.HROMADA).token();
    note(here, needOf(stranger, HERE)).statusCode(404).body("code", equalTo("not-found"));
  }

  @Test
  void what_is_clinical_only_those_see_who_treat_people_and_who_noted_it() {
    var need = needAt("вул. Садова, 5", HERE);
    need.put("told", Map.of("pregnant", true));
    var path = NEEDS + "/" + noted(need);

    get(medic(), path).body("words", notNullValue()).body("reasons", notNullValue());
    get(registrar(), path)
        .body("words", notNullValue())
        .body("told.pregnant", equalTo(true))
        .body("reasons", nullValue());
    get(coordinator(), path)
        .body("address", equalTo("вул. Садова, 5"))
        .body("words", nullValue())
        .body("told", nullValue())
        .body("reasons", nullValue());
    get(TestTokens.staff("medic-elsewhere", Roles.MEDIC).within(OBLAST).token(), path)
        .body("address", equalTo("вул. Садова, 5"))
        .body("words", nullValue())
        .body("reasons", nullValue());
  }

  @Test
  void registrars_neither_choose_the_stop_nor_name_the_visit() {
    var path = NEEDS + "/" + noted(needAt("вул. Садова, 5", HERE));
    put(registrar(), path + "/stop", Map.of("stopId", Ids.newId())).statusCode(403);
    put(registrar(), path + "/visit", Map.of("visitId", Ids.newId())).statusCode(403);
  }
}
