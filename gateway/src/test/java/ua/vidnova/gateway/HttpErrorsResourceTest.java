package ua.vidnova.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.gateway.standins.RawHttp;
import ua.vidnova.gateway.standins.Tokens;
import ua.vidnova.gateway.standins.WithStandIns;

@QuarkusTest
@QuarkusTestResource(WithStandIns.class)
class HttpErrorsResourceTest {

  @TestHTTPResource URI site;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/api",
        "/api/",
        "/api/registry",
        "/api/unknown/v1/x",
        "/api/Registry/v1/x",
        "/apiregistry/v1",
        "/webjars/x",
        "/assets/nothing.css",
        "/docs/nothing"
      })
  void an_unknown_address_is_404_whoever_asks(String path) {
    for (var authorization : new String[] {"", "Bearer " + Tokens.staff("a").token()}) {
      given()
          .header("Authorization", authorization)
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("unknown-route"));
    }
  }

  @ParameterizedTest
  @CsvSource({"POST,/,GET", "DELETE,/sign-in,GET", "GET,/sign-out,POST", "PUT,/status,GET"})
  void a_method_that_is_not_offered_is_405(String method, String path, String allowed) {
    given()
        .request(method, path)
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .header("Allow", allowed)
        .body("code", equalTo("method-not-allowed"));
  }

  @Test
  void an_address_that_is_too_long_is_414() {
    given()
        .get("/api/registry/v1/x?q=" + "a".repeat(9_000))
        .then()
        .statusCode(414)
        .contentType("application/problem+json")
        .body("code", equalTo("address-too-long"));
  }

  @Test
  void headers_that_are_too_large_are_431() {
    given()
        .header("X-Large", "a".repeat(30_000))
        .get("/api/registry/v1/x")
        .then()
        .statusCode(431)
        .contentType("application/problem+json")
        .body("code", equalTo("headers-too-large"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/registry/%zz",
        "/%",
        "/api/registry/v1/x?q=a|b",
        "/{id}",
        "http://other.example/"
      })
  void an_address_that_cannot_be_read_is_400(String path) {
    var answer = raw("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GARBAGE", "GET / HTTP/9.9", "GET /\u0001 HTTP/1.1"})
  void what_is_not_http_is_refused(String line) {
    assertThat(raw(line, "Host: localhost", "Connection: close"))
        .containsPattern("^HTTP/[0-9.]+ (400|501) ");
  }

  @Test
  void two_lengths_of_one_body_are_refused() {
    var answer =
        raw(
            "POST /api/registry/v1/x HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + Tokens.staff("a").token(),
            "Content-Length: 5",
            "Content-Length: 6",
            "Connection: close");
    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  @Test
  void a_refused_body_leaves_the_connection_in_order() {
    var answer =
        RawHttp.exchange(
            site.getPort(),
            "POST /nowhere HTTP/1.1",
            "Host: localhost",
            "Content-Length: 24",
            "",
            "GET /smuggled HTTP/1.1",
            "");
    assertThat(answer).startsWith("HTTP/1.1 404").containsOnlyOnce("HTTP/1.1");
  }

  private String raw(String... lines) {
    var all = Arrays.copyOf(lines, lines.length + 1);
    all[lines.length] = "";
    return RawHttp.exchange(site.getPort(), all);
  }
}
