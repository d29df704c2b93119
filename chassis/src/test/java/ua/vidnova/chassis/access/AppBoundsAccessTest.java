package ua.vidnova.chassis.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;

/** What a SMART app may do for its person is in FHIR, and nowhere else. */
@QuarkusTest
@WithPlatform
class AppBoundsAccessTest {

  @ParameterizedTest
  @ValueSource(strings = {"smart", "user/*.cruds", "patient/Patient.r", "system/*.rs", "user/?"})
  void an_apps_token_carries_no_role_outside_of_fhir(String scope) {
    call("profile", scope).statusCode(403).body("code", equalTo("forbidden"));
  }

  @Test
  void a_token_of_our_own_clients_carries_its_roles() {
    call("openid", "profile", "smartly").statusCode(200);
  }

  private static ValidatableResponse call(String... scopes) {
    var token = TestTokens.staff("registrar-1", Roles.REGISTRAR).withScopes(scopes).token();
    return given().auth().oauth2(token).get("/api/thing/v1/things/" + UUID.randomUUID()).then();
  }
}
