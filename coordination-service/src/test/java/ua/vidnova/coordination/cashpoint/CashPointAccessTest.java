package ua.vidnova.coordination.cashpoint;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.coordination.cashpoint.CashPoints.coordinator;
import static ua.vidnova.coordination.cashpoint.CashPoints.mobilePost;
import static ua.vidnova.coordination.cashpoint.CashPoints.working;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class CashPointAccessTest {

  /** Novoaidar's hromada: home of the place, which serves Lysychansk's as well. */
  private static final String HROMADA_OF_HOME = "UA44160030000020916";

  private static final String KYIV = "UA80000000000093317";

  private UUID id;
  private Map<String, Object> place;

  @BeforeEach
  void a_place_is_known() {
    id = Ids.newId();
    place = mobilePost();
    CashPoints.put(coordinator(), id, place).then().statusCode(201);
  }

  @Test
  void other_roles_and_partners_tell_nothing() {
    for (var token :
        List.of(
            TestTokens.staff("r", Roles.REGISTRAR).within(CashPoints.LUHANSK_OBLAST).token(),
            TestTokens.staff("o", Roles.PAYMENTS_OFFICER).within(CashPoints.LUHANSK_OBLAST).token(),
            TestTokens.staff("a", Roles.AUDITOR).within(CashPoints.LUHANSK_OBLAST).token(),
            TestTokens.partner("ukrposhta", CashPoints.UKRPOSHTA, "payments.batches:read"))) {
      CashPoints.put(token, id, place).then().statusCode(403).body("code", equalTo("forbidden"));
      CashPoints.postStatus(token, id, working("2026-11-11")).then().statusCode(403);
      CashPoints.load(token, CashPoints.UKRPOSHTA, "code\n").then().statusCode(403);
    }
    given().get(CashPoints.BASE + id).then().statusCode(401);
  }

  @Test
  void a_coordinator_answers_for_all_that_a_place_serves() {
    for (var territory : List.of(HROMADA_OF_HOME, KYIV)) {
      var other = TestTokens.staff("c", Roles.COORDINATOR).within(territory).token();
      CashPoints.put(other, id, place)
          .then()
          .statusCode(403)
          .body("code", equalTo("outside-your-territory"));
      CashPoints.postStatus(other, id, working("2026-11-11")).then().statusCode(403);
    }
    var unbounded = TestTokens.staff("c", Roles.COORDINATOR).token();
    CashPoints.put(unbounded, id, place).then().statusCode(403);
  }

  @Test
  void nobody_draws_a_place_of_another_territory_into_their_own() {
    var theirs = TestTokens.staff("c", Roles.COORDINATOR).within(HROMADA_OF_HOME).token();
    place.put("serves", List.of(Map.of("settlement", CashPoints.NOVOAIDAR)));

    CashPoints.put(theirs, id, place)
        .then()
        .statusCode(403)
        .body("code", equalTo("outside-your-territory"));
  }

  @Test
  void how_much_cash_it_has_only_those_see_who_answer_for_it() {
    var operator = TestTokens.partner("ukrposhta", CashPoints.UKRPOSHTA, "payments.batches:read");
    CashPoints.get(operator, id.toString())
        .then()
        .body("limits.dailyFloatMinor", equalTo(90_000_000));
    for (var token :
        List.of(
            TestTokens.partner("oschadbank", "00032129", "payments.batches:read"),
            TestTokens.staff("r", Roles.REGISTRAR).within(CashPoints.LUHANSK_OBLAST).token(),
            TestTokens.staff("c", Roles.COORDINATOR).within(KYIV).token())) {
      CashPoints.get(token, id.toString())
          .then()
          .statusCode(200)
          .body("limits.amountMaxMinor", equalTo(10_000_000))
          .body("limits.dailyFloatMinor", nullValue());
    }
  }

  @Test
  void the_history_is_for_those_who_answer_for_it() {
    var elsewhere = TestTokens.staff("c", Roles.COORDINATOR).within(KYIV).token();
    CashPoints.get(elsewhere, id + "/history").then().statusCode(404);
    var registrar = TestTokens.staff("r", Roles.REGISTRAR).within(KYIV).token();
    CashPoints.get(registrar, id + "/history").then().statusCode(403);
    CashPoints.get(coordinator(), Ids.newId() + "/history").then().statusCode(404);
    CashPoints.postStatus(coordinator(), Ids.newId(), working("2026-11-11")).then().statusCode(404);
  }
}
