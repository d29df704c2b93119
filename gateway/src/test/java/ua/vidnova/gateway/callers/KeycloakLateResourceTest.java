package ua.vidnova.gateway.callers;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import ua.vidnova.gateway.standins.Browser;
import ua.vidnova.gateway.standins.LateKeycloak;
import ua.vidnova.gateway.standins.Tokens;

@QuarkusTest
@TestProfile(KeycloakLateResourceTest.OwnGateway.class)
@QuarkusTestResource(value = LateKeycloak.class, restrictToAnnotatedClass = true)
class KeycloakLateResourceTest {

  /** A gateway that starts anew, for Keycloak has to be away. */
  public static class OwnGateway implements QuarkusTestProfile {}

  @TestHTTPResource URI site;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI health;

  @Test
  void it_starts_without_keycloak_says_so_and_recovers_by_itself() throws Exception {
    ready(false);
    refusesForNow();

    try (var keycloak = LateKeycloak.startKeycloak(URI.create(Tokens.realm()).getPort())) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  given()
                      .header("Authorization", "Bearer " + token())
                      .get("/api/registry/v1/x")
                      .then()
                      .statusCode(200));
      await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> ready(true));
      var browser = new Browser(site);
      browser.signIn();
      assertThat(browser.isSignedIn()).isTrue();
    }
  }

  private void ready(boolean keycloakAnswers) {
    get(health)
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.find { it.name == 'keycloak' }.data.answers", equalTo(keycloakAnswers));
  }

  private static void refusesForNow() {
    given()
        .header("Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA")
        .get("/api/registry/v1/x")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("code", equalTo("sign-in-unavailable"));
    get("/sign-in").then().statusCode(503).body(containsString("зараз не відповідає"));
    get("/").then().statusCode(200);
    get("/api/registry/v1/x").then().statusCode(401);
  }

  private static String token() {
    return Tokens.staff("registrar-1").token();
  }
}
