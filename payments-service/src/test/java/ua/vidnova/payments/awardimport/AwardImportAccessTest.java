package ua.vidnova.payments.awardimport;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Payments;

@QuarkusTest
@WithPlatform
class AwardImportAccessTest {

  @Test
  void nobody_imports_without_a_token() {
    given()
        .contentType("text/csv")
        .body(Payments.HEADER)
        .post(Payments.BASE + "award-imports")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @Test
  void staff_do_not_import() {
    post(Payments.officer()).statusCode(403);
    post(TestTokens.staff("admin", Roles.ADMINISTRATOR).token()).statusCode(403);
  }

  @Test
  void a_partner_without_the_scope_does_not_import() {
    post(Payments.ukrposhta()).statusCode(403);
  }

  @Test
  void a_token_with_the_scope_but_without_an_organisation_does_not_import() {
    var token = TestTokens.partner("stray", null, "payments.awards:write");
    post(token).statusCode(403);
  }

  @Test
  void a_partner_sees_its_own_imports_only() {
    var id = Payments.importFile(Payments.HEADER).jsonPath().getString("id");
    var other = TestTokens.partner("other-fund", "14360570", "payments.awards:write");

    Payments.get(Payments.pensionFund(), "award-imports/" + id).then().statusCode(200);
    Payments.get(other, "award-imports/" + id).then().statusCode(404);
    Payments.get(other, "award-imports/" + id + "/refused-lines").then().statusCode(404);
    Payments.get(Payments.pensionFund(), "award-imports/" + UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  @Test
  void payments_staff_see_every_import_and_others_none() {
    var id = Payments.importFile(Payments.HEADER).jsonPath().getString("id");

    Payments.get(Payments.officer(), "award-imports/" + id).then().statusCode(200);
    Payments.get(Payments.auditor(), "award-imports/" + id).then().statusCode(200);
    Payments.get(Payments.ukrposhta(), "award-imports/" + id).then().statusCode(403);
    Payments.get(TestTokens.staff("medic-1", Roles.MEDIC).token(), "award-imports/" + id)
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
  }

  private static ValidatableResponse post(String token) {
    return Payments.importBytes(token, "text/csv", Payments.HEADER.getBytes(StandardCharsets.UTF_8))
        .then();
  }
}
