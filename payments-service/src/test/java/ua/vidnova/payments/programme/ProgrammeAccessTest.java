package ua.vidnova.payments.programme;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Payments;

@QuarkusTest
@WithPlatform
class ProgrammeAccessTest {

  @Test
  void nobody_comes_in_without_a_token() {
    given().get(Payments.BASE + "programmes").then().statusCode(401);
    given().get(Payments.BASE + "programme-changes").then().statusCode(401);
  }

  @Test
  void field_staff_and_partners_read_nothing() {
    for (var token : List.of(staff(Roles.REGISTRAR), staff(Roles.MEDIC), Payments.ukrposhta())) {
      Payments.get(token, "programmes").then().statusCode(403);
      Payments.get(token, "programme-changes").then().statusCode(403);
    }
  }

  @Test
  void only_administrators_change() {
    for (var token :
        List.of(
            Payments.officer(),
            Payments.approver(),
            Payments.auditor(),
            staff(Roles.COORDINATOR),
            Payments.pensionFund())) {
      Payments.post(token, "programme-changes", Map.of("code", "BURIAL")).then().statusCode(403);
      for (var step : List.of("approval", "refusal")) {
        Payments.post(token, "programme-changes/" + UUID.randomUUID() + "/" + step)
            .then()
            .statusCode(403);
      }
    }
    Payments.post(
            Payments.administrator("administrator-1"),
            "programme-changes/" + UUID.randomUUID() + "/approval")
        .then()
        .statusCode(404);
  }

  private static String staff(String role) {
    return TestTokens.staff("someone", role).within("UA44000000000018893").token();
  }
}
