package ua.vidnova.medical.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.referral.TestReferrals.REFERRALS;
import static ua.vidnova.medical.referral.TestReferrals.closeAs;
import static ua.vidnova.medical.referral.TestReferrals.medic;
import static ua.vidnova.medical.referral.TestReferrals.open;
import static ua.vidnova.medical.referral.TestReferrals.outcome;
import static ua.vidnova.medical.referral.TestReferrals.referred;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** Who may not see open referrals, nor say what became of one: role by object by territory. */
@QuarkusTest
@WithPlatform
class ReferralsAccessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.COORDINATOR,
        Roles.PAYMENTS_OFFICER,
        Roles.AUDITOR,
        Roles.PROTECTION_OFFICER,
        Roles.ADMINISTRATOR
      })
  void other_roles_see_and_close_none(String role) {
    var resident = TestResidents.living();
    var id = referred(resident);
    var token = TestTokens.staff("somebody", role).within(TestResidents.HROMADA).token();
    as(token).get(REFERRALS).then().statusCode(403);
    closeAs(token, id, outcome("COMPLETED")).statusCode(403);
    assertThat(open(medic(), "", resident)).hasSize(1);
  }

  @Test
  void partners_and_strangers_see_and_close_none() {
    var id = referred(TestResidents.living());
    var partner = TestTokens.partner("pension-fund", "00035323", "payments.awards:write");
    as(partner).get(REFERRALS).then().statusCode(403);
    closeAs(partner, id, outcome("COMPLETED")).statusCode(403);
    given().get(REFERRALS).then().statusCode(401);
    given()
        .contentType(ContentType.JSON)
        .body(outcome("COMPLETED"))
        .post(REFERRALS + "/" + id + "/outcome")
        .then()
        .statusCode(401);
  }

  @Test
  void a_brigade_lead_of_the_trip_sees_and_closes() {
    var resident = TestResidents.living();
    var id = referred(resident);
    var lead = TestTokens.staff("lead-1", Roles.BRIGADE_LEAD).within(TestResidents.HROMADA).token();
    assertThat(open(lead, "", resident)).hasSize(1);
    closeAs(lead, id, outcome("NOT_POSSIBLE")).statusCode(201);
  }

  @Test
  void nobody_sees_or_closes_those_of_people_out_of_reach() {
    var resident = TestResidents.living();
    var id = referred(resident);
    for (var token :
        List.of(
            TestTokens.staff("medic-2", Roles.MEDIC).within(TestResidents.OTHER_HROMADA).token(),
            TestTokens.staff("on-no-trip", Roles.MEDIC).within(TestResidents.HROMADA).token(),
            TestTokens.staff("on-no-trip", Roles.BRIGADE_LEAD)
                .within(TestResidents.HROMADA)
                .token(),
            TestTokens.staff("medic-2", Roles.MEDIC).token())) {
      assertThat(open(token, "", resident)).isEmpty();
      assertThat(open(token, "&territory=" + TestResidents.HROMADA, resident)).isEmpty();
      problem(closeAs(token, id, outcome("COMPLETED")), 404, "not-found");
    }
    assertThat(open(medic(), "", resident)).hasSize(1);
  }

  @Test
  void the_list_is_of_a_territory_within_the_callers() {
    var resident = TestResidents.living();
    referred(resident);
    var both =
        TestTokens.staff("medic-1", Roles.MEDIC)
            .within(TestResidents.HROMADA, TestResidents.OTHER_HROMADA)
            .token();
    assertThat(open(both, "&territory=" + TestResidents.HROMADA, resident)).hasSize(1);
    assertThat(open(both, "&territory=" + TestResidents.SETTLEMENT, resident)).hasSize(1);
    assertThat(open(both, "&territory=" + TestResidents.OTHER_HROMADA, resident)).isEmpty();
  }

  @Test
  void of_the_dead_nothing_is_open() {
    var resident = TestResidents.living();
    referred(resident);
    TestResidents.merge(TestResidents.deceasedOn(TestReferrals.TODAY), resident);
    assertThat(open(medic(), "", resident)).isEmpty();
  }
}
