package ua.vidnova.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.gateway.standins.RawHttp;
import ua.vidnova.gateway.standins.Tokens;
import ua.vidnova.gateway.standins.WithStandIns;

@QuarkusTest
@QuarkusTestResource(WithStandIns.class)
class ForwardingResourceTest {

  @TestHTTPResource URI gateway;

  private static RequestSpecification partner() {
    return given().header("Authorization", "Bearer " + Tokens.partner("ukrposhta").token());
  }

  @Test
  void path_query_method_and_body_reach_the_service_unchanged() {
    partner()
        .urlEncodingEnabled(false)
        .body("{\"a\":1}")
        .contentType("application/json")
        .header("Idempotency-Key", "key-1")
        .put("/api/registry/v1/residents/%D0%90%2Fb?q=%D0%9A%D0%BE&limit=2")
        .then()
        .statusCode(200)
        .body("method", equalTo("PUT"))
        .body("uri", equalTo("/api/registry/v1/residents/%D0%90%2Fb?q=%D0%9A%D0%BE&limit=2"))
        .body("body", equalTo("{\"a\":1}"))
        .body("headers.content-type", containsString("application/json"))
        .body("headers.idempotency-key", equalTo("key-1"));
  }

  @Test
  void the_token_that_was_verified_goes_on_to_the_service() {
    var token = Tokens.partner("ukrposhta").token();
    given()
        .header("Authorization", "Bearer " + token)
        .get("/api/registry/v1/x")
        .then()
        .body("headers.authorization", equalTo("Bearer " + token));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-User",
        "X-Remote-User",
        "X-Forwarded-User",
        "X-Forwarded-Prefix",
        "X-Auth-Request-Email",
        "X-Client-Cert",
        "X-Real-IP",
        "X-Http-Method-Override",
        "X-Original-URL",
        "Forwarded",
        "Cookie",
        "X-Vidnova-Roles"
      })
  void spoofed_identity_headers_do_not_reach_the_service(String name) {
    partner()
        .header(name, "a=administrator")
        .get("/api/registry/v1/x")
        .then()
        .statusCode(200)
        .body("headers", not(hasKey(name.toLowerCase(Locale.ROOT))));
  }

  @Test
  void forwarded_headers_are_the_gateways_own() {
    partner()
        .header("X-Forwarded-For", "203.0.113.9")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "evil.example")
        .get("/api/registry/v1/x")
        .then()
        .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
        .body("headers.x-forwarded-proto", equalTo("http"))
        .body("headers.x-forwarded-host", equalTo(gateway.getAuthority()));
  }

  @Test
  void headers_of_one_hop_do_not_reach_the_service() {
    var answer =
        RawHttp.exchange(
            gateway.getPort(),
            "GET /api/registry/v1/x HTTP/1.1",
            "Host: " + gateway.getAuthority(),
            "Authorization: Bearer " + Tokens.partner("ukrposhta").token(),
            "Connection: keep-alive, Idempotency-Key",
            "Idempotency-Key: of this hop",
            "Keep-Alive: timeout=9",
            "TE: trailers",
            "Upgrade: websocket",
            "Proxy-Authorization: Basic eDp4",
            "",
            "GET /nothing-more HTTP/1.1",
            "Connection: close",
            "");
    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(answer.substring(answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT))
        .contains("\"x-request-id\"")
        .doesNotContain(
            "idempotency-key", "keep-alive", "\"te\"", "upgrade", "proxy-authorization");
  }

  @Test
  void an_answer_keeps_its_own_headers_and_loses_those_of_the_hop() {
    partner()
        .post("/api/registry/v1/decorated")
        .then()
        .statusCode(201)
        .header("ETag", "\"7\"")
        .header("Location", "/api/registry/v1/residents/1")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Set-Cookie", nullValue())
        .header("X-Of-This-Hop", nullValue())
        .header("Server", nullValue());
  }

  @Test
  void a_refusal_of_the_service_passes_unchanged() {
    partner()
        .get("/api/registry/v1/forbidden")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("forbidden"))
        .body("title", equalTo("Your role does not allow this"));
  }

  @Test
  void answers_without_a_body_stay_without_one() {
    partner().delete("/api/registry/v1/nothing").then().statusCode(204).body(equalTo(""));
    partner().head("/api/registry/v1/x").then().statusCode(200).body(equalTo(""));
  }

  @Test
  void a_path_cannot_climb_out_of_its_service() {
    var answer =
        RawHttp.exchange(
            gateway.getPort(),
            "GET /api/registry/v1/%2e%2e/../medical/v1/x HTTP/1.1",
            "Host: " + gateway.getAuthority(),
            "Authorization: Bearer " + Tokens.partner("ukrposhta").token(),
            "Connection: close",
            "");
    assertThat(answer).contains("\"uri\":\"/api/medical/v1/x\"");
  }

  @Test
  void a_service_that_is_down_is_503() {
    partner()
        .get("/api/payments/v1/batches")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("code", equalTo("service-unavailable"))
        .body("status", equalTo(503));
  }

  @Test
  void a_service_that_does_not_answer_in_time_is_504() {
    partner()
        .body("{}")
        .post("/api/medical/v1/never")
        .then()
        .statusCode(504)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("code", equalTo("service-unavailable"));
  }

  @Test
  void a_service_that_breaks_off_is_502() {
    partner()
        .body("{}")
        .post("/api/registry/v1/break-off")
        .then()
        .statusCode(502)
        .contentType("application/problem+json")
        .body("code", equalTo("service-unavailable"));
  }

  @Test
  void reading_is_tried_once_more_when_a_kept_connection_closes() {
    partner().get("/api/registry/v1/break-off-next").then().statusCode(200);
    partner().get("/api/registry/v1/x").then().statusCode(200);
  }

  @Test
  void writing_is_not_tried_again_by_itself() {
    partner().get("/api/registry/v1/break-off-next").then().statusCode(200);
    partner().body("{}").post("/api/registry/v1/x").then().statusCode(502);
    partner().body("{}").post("/api/registry/v1/x").then().statusCode(200);
  }

  @Test
  void trace_and_request_id_pass_through() {
    var parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    partner()
        .headers(Map.of("traceparent", parent, "tracestate", "a=b", "X-Request-Id", "request-42"))
        .get("/api/registry/v1/x")
        .then()
        .header("X-Request-Id", "request-42")
        .body("headers.traceparent", equalTo(parent))
        .body("headers.tracestate", equalTo("a=b"))
        .body("headers.x-request-id", equalTo("request-42"));
  }

  @Test
  void a_trace_is_made_when_there_is_none_that_holds() {
    var answer =
        partner()
            .headers(Map.of("traceparent", "00-0-0-0", "X-Request-Id", "two words"))
            .get("/api/registry/v1/x");
    assertThat(answer.<String>path("headers.traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
        .contains(answer.header("X-Request-Id"));
  }
}
