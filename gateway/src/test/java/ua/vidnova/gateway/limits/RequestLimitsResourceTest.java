package ua.vidnova.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ua.vidnova.gateway.standins.Tokens;
import ua.vidnova.gateway.standins.WithStandIns;

@QuarkusTest
@TestProfile(RequestLimitsResourceTest.Strict.class)
@QuarkusTestResource(WithStandIns.class)
class RequestLimitsResourceTest {

  /** So few that a test reaches them, and refilled so slowly that it cannot outlast them. */
  public static class Strict implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "vidnova.limits.caller.per-second", "1",
          "vidnova.limits.caller.burst", "3",
          "vidnova.limits.clients.oschadbank.per-second", "1",
          "vidnova.limits.clients.oschadbank.burst", "6",
          "vidnova.limits.anonymous.per-second", "1",
          "vidnova.limits.anonymous.burst", "4");
    }
  }

  private static Response callWith(String token) {
    return given().header("Authorization", "Bearer " + token).get("/api/registry/v1/x");
  }

  private static long admitted(String token) {
    return Stream.generate(() -> callWith(token))
        .limit(12)
        .takeWhile(answer -> answer.statusCode() == 200)
        .count();
  }

  @Test
  void a_client_that_asks_too_often_is_429_and_told_when_to_come_back() {
    var token = Tokens.partner("ukrposhta").token();
    admitted(token);
    callWith(token)
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", "1")
        .body("code", equalTo("too-many-requests"));
  }

  @Test
  void each_sender_has_an_allowance_of_its_own() {
    assertThat(admitted(Tokens.staff("registrar-7").token())).isBetween(3L, 5L);
    assertThat(admitted(Tokens.staff("registrar-8").token())).isBetween(3L, 5L);
  }

  @Test
  void a_client_may_have_a_larger_allowance_shared_by_all_its_tokens() {
    var tokens =
        Stream.of("a", "b")
            .map(jti -> Tokens.partner("oschadbank").with("jti", jti).token())
            .toList();
    assertThat(admitted(tokens.get(0))).isBetween(6L, 8L);
    assertThat(admitted(tokens.get(1))).isLessThanOrEqualTo(1L);
  }

  @Test
  void guessing_tokens_is_429_after_a_while_but_a_good_token_still_passes() {
    var statuses = Stream.generate(() -> callWith("a.b.c").statusCode()).limit(10).toList();
    assertThat(statuses).startsWith(401).endsWith(429);
    callWith(Tokens.staff("registrar-9").token()).then().statusCode(200);
  }
}
