package ua.vidnova.payments.grant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

@QuarkusTest
@WithPlatform
class GrantAccessTest {

  private static final String OTHER_HROMADA = "UA44040010000091230";

  @Inject Aid aid;

  @Test
  void nobody_comes_in_without_a_token() {
    given().get(Payments.BASE + "grants").then().statusCode(401);
    given().post(Payments.BASE + "grants").then().statusCode(401);
  }

  @Test
  void each_step_has_its_role() {
    var person = aid.known(Person.anyone());
    var id =
        Aid.propose(person, "IDP_ALLOWANCE", "OTHER", "IDP_CERTIFICATE").jsonPath().getString("id");
    var request = Aid.request(person, "CHILD_BIRTH", "CHILD");
    for (var token :
        List.of(
            Payments.approver(),
            Payments.auditor(),
            staff(Roles.REGISTRAR),
            Payments.ukrposhta())) {
      Payments.post(token, "grants", request).then().statusCode(403);
    }
    for (var token :
        List.of(
            Payments.officer(),
            Payments.auditor(),
            staff(Roles.ADMINISTRATOR),
            Payments.pensionFund())) {
      Payments.post(token, "grants/" + id + "/approval").then().statusCode(403);
    }
    for (var token : List.of(Payments.auditor(), staff(Roles.COORDINATOR))) {
      Payments.post(token, "grants/" + id + "/refusal", Map.of("reason", "Ні"))
          .then()
          .statusCode(403);
    }
    for (var token :
        List.of(staff(Roles.MEDIC), staff(Roles.ADMINISTRATOR), Payments.ukrposhta())) {
      Payments.get(token, "grants").then().statusCode(403);
      Payments.get(token, "grants/" + id).then().statusCode(403);
    }
  }

  @Test
  void a_resident_of_another_hromada_is_not_there() {
    var person = aid.known(Person.anyone());
    var id = Aid.propose(person, "IDP_ALLOWANCE", "OTHER").jsonPath().getString("id");
    var officer = TestTokens.staff("far", Roles.PAYMENTS_OFFICER).within(OTHER_HROMADA).token();
    var approver = TestTokens.staff("far", Roles.PAYMENTS_APPROVER).within(OTHER_HROMADA).token();

    Payments.get(officer, "grants/" + id).then().statusCode(404);
    Payments.get(officer, "grants?residentId=" + person.residentId())
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    Payments.post(officer, "grants", Aid.request(person, "IDP_ALLOWANCE", "OTHER"))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("unknown"));
    Payments.post(approver, "grants/" + id + "/approval").then().statusCode(404);
    Payments.post(officer, "grants/" + id + "/refusal", Map.of("reason", "Ні"))
        .then()
        .statusCode(404);
    Payments.get(Payments.officer(), "grants/" + UUID.randomUUID()).then().statusCode(404);
  }

  private static String staff(String role) {
    return TestTokens.staff("someone", role).within(Person.OBLAST).token();
  }
}
