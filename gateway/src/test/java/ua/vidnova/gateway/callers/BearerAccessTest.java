package ua.vidnova.gateway.callers;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.gateway.standins.Tokens;
import ua.vidnova.gateway.standins.WithStandIns;

@QuarkusTest
@QuarkusTestResource(WithStandIns.class)
class BearerAccessTest {

  private static ValidatableResponse callWith(String authorization) {
    return given().header("Authorization", authorization).get("/api/registry/v1/x").then();
  }

  private static void refused(ValidatableResponse answer, String code) {
    answer
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer")
        .body("status", equalTo(401))
        .body("code", equalTo(code))
        .body("type", equalTo("urn:vidnova:problem:" + code));
  }

  @Test
  void partners_and_staff_may_call_with_a_token() {
    callWith("Bearer " + Tokens.partner("ukrposhta").token()).statusCode(200);
    callWith("Bearer " + Tokens.staff("registrar-1").token()).statusCode(200);
  }

  @Test
  void an_audience_among_others_is_enough() {
    callWith("Bearer " + Tokens.staff("a").with("aud", List.of("account", "vidnova")).token())
        .statusCode(200);
  }

  @Test
  void without_a_token_it_is_401_and_never_a_redirect() {
    refused(given().redirects().follow(false).get("/api/registry/v1/x").then(), "unauthenticated");
    refused(given().body("{}").post("/api/registry/v1/x").then(), "unauthenticated");
  }

  @Test
  void a_browser_is_not_redirected_either() {
    refused(
        given().redirects().follow(false).accept("text/html").get("/api/registry/v1/x").then(),
        "unauthenticated");
  }

  @Test
  void an_expired_token_says_so() {
    refused(callWith("Bearer " + Tokens.partner("ukrposhta").expired().token()), "token-expired");
  }

  @Test
  void a_token_for_another_audience_does_not_hold() {
    refused(
        callWith("Bearer " + Tokens.partner("ukrposhta").with("aud", "account").token()),
        "token-invalid");
  }

  @Test
  void a_token_of_another_issuer_does_not_hold() {
    refused(
        callWith("Bearer " + Tokens.partner("u").with("iss", "http://evil.example").token()),
        "token-invalid");
  }

  @Test
  void a_token_signed_by_another_key_does_not_hold() {
    refused(callWith("Bearer " + Tokens.partner("u").ofForeignKey().token()), "token-invalid");
  }

  @Test
  void a_token_without_a_signature_does_not_hold() {
    var parts = Tokens.partner("ukrposhta").token().split("\\.", -1);
    var none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    refused(callWith("Bearer " + none + "." + parts[1] + "."), "token-invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer x", "Bearer a.b.c", "Bearer .."})
  void what_is_no_token_does_not_hold(String authorization) {
    refused(callWith(authorization), "token-invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic cmVnaXN0cmFyOng=", "Bearer", "x"})
  void another_scheme_is_as_good_as_no_token(String authorization) {
    refused(callWith(authorization), "unauthenticated");
  }

  @Test
  void a_problem_never_repeats_the_token() {
    callWith("Bearer secret.secret.secret").body(not(containsString("secret.secret")));
  }
}
