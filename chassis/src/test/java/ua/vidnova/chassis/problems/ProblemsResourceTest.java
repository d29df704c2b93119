package ua.vidnova.chassis.problems;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class ProblemsResourceTest {

  private static final String THINGS = "/api/thing/v1/things";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": | malformed-json",
        "[1,2] | malformed-json",
        "{\"name\":\"a\"} {\"name\":\"b\"} | malformed-json",
        "{\"name\":\"a\",\"nmae\":\"b\"} | unknown-field",
        "{\"name\":\"a\",\"count\":\"many\"} | wrong-type",
        "{\"name\":\"a\",\"on\":\"2026-13-40\"} | wrong-type",
        "{\"name\":\"a\",\"on\":\"-0044-03-15\"} | wrong-type",
        "{\"name\":\"a\",\"on\":\"+999999999-03-15\"} | wrong-type",
        "{\"name\":\"a\",\"on\":\"1799-12-31\"} | wrong-type",
        "{\"name\":\"a\",\"on\":\"3000-01-01\"} | wrong-type",
        "{\"name\":\"a\",\"at\":\"-0044-03-15T10:00:00Z\"} | wrong-type",
        "{\"name\":\"a\",\"weight\":1e-99999999} | wrong-type",
        "{\"name\":\"a\",\"weight\":1e999999999} | wrong-type",
        "{\"name\":\"a\",\"weight\":1e31} | wrong-type",
        "{\"name\":\"a\",\"weight\":1e-31} | wrong-type",
        "{\"name\":\"a\",\"weight\":1234567890123456789012345678901} | wrong-type",
        "{\"name\":\"a\",\"weight\":0.1234567890123456789012345678901} | wrong-type",
        "{\"name\":\"a\",\"count\":1e999999999} | wrong-type",
        "{\"name\":{\"deep\":1}} | wrong-type",
        "{\"name\":1} | wrong-type",
        "{\"name\":\"a\",\"count\":\"1\"} | wrong-type",
        "{\"name\":\"a\",\"on\":20000} | wrong-type",
        "{\"name\":\"a\\u0000\"} | wrong-type",
      })
  void a_body_that_cannot_be_read_is_refused_with_400(String body, String code) {
    problem(post(body), 400, code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"on\":\"1800-01-01\"",
        "\"at\":\"2999-12-31T23:59:59Z\"",
        "\"weight\":123456789012345678901234567890",
        "\"weight\":0.123456789012345678901234567890",
        "\"weight\":1e-30",
      })
  void what_is_just_within_bounds_is_taken(String member) {
    post("{\"name\":\"bounds-" + UUID.randomUUID() + "\"," + member + "}").statusCode(201);
  }

  @Test
  void an_unknown_field_is_named() {
    problem(post("{\"name\":\"a\",\"parts\":[{\"name\":\"b\",\"x\":1}]}"), 400, "unknown-field")
        .body("errors[0].field", equalTo("parts[0].x"));
  }

  @Test
  void broken_utf8_is_refused() {
    var body = new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, '"', '}'};
    problem(
        given()
            .auth()
            .oauth2(registrar())
            .contentType("application/json")
            .body(body)
            .post(THINGS)
            .then(),
        400,
        "malformed-json");
  }

  @Test
  void unacceptable_fields_are_all_named() {
    problem(
            post("{\"name\":\" \",\"on\":\"2999-01-01\",\"parts\":[{\"name\":\"\"}]}"),
            422,
            "invalid")
        .body("errors.field", hasItems("name", "on", "parts[0].name"))
        .body("errors.code", hasItems("required", "past-or-present"));
  }

  @Test
  void an_empty_body_is_refused() {
    problem(post(""), 422, "invalid");
  }

  @Test
  void no_token_is_401_and_says_how() {
    problem(given().get(THINGS + "/" + UUID.randomUUID()).then(), 401, "unauthenticated")
        .header("WWW-Authenticate", "Bearer");
  }

  @Test
  void a_token_that_does_not_hold_is_401() {
    problem(with("nonsense"), 401, "unauthenticated");
    problem(with(TestTokens.staff("r", "registrar").expired().token()), 401, "unauthenticated");
    problem(
        with(TestTokens.staff("r", "registrar").forAudience("another").token()),
        401,
        "unauthenticated");
  }

  @Test
  void the_wrong_role_is_403() {
    problem(with(TestTokens.staff("m", "medic").token()), 403, "forbidden");
  }

  @Test
  void an_unknown_path_a_wrong_method_and_a_wrong_type_are_problems() {
    problem(given().auth().oauth2(registrar()).get("/api/thing/v1/none").then(), 404, "not-found");
    problem(given().auth().oauth2(registrar()).delete(THINGS).then(), 405, "method-not-allowed");
    problem(
        given().auth().oauth2(registrar()).contentType("text/plain").body("x").post(THINGS).then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void nothing_lies_under_an_id_that_is_none() {
    problem(
        given().auth().oauth2(registrar()).get(THINGS + "/not-a-uuid").then(), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "n, many, not-a-number",
    "n, 1e3, not-a-number",
    "of, 42, not-an-id",
    "on, 2026-02-30, not-a-day",
    "on, -0044-03-15, not-a-day",
    "on, 1799-12-31, not-a-day",
    "on, +999999999-03-15, not-a-day",
    "in, 3000-01, not-a-month",
    "kind, SOMEDAY, unknown-value",
  })
  void a_query_parameter_that_cannot_be_read_is_named(String name, String value, String code) {
    problem(thing().queryParam(name, value).get("/{id}").then(), 400, "bad-parameter")
        .body("errors", hasSize(1))
        .body("errors[0].field", equalTo(name))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void query_parameters_that_can_be_read_or_are_empty_pass() {
    thing()
        .queryParam("n", 1)
        .queryParam("of", UUID.randomUUID())
        .queryParam("on", "2026-02-28")
        .queryParam("in", "2999-12")
        .queryParam("kind", "MONDAY")
        .get("/{id}")
        .then()
        .statusCode(200);
    thing().queryParam("n", "").get("/{id}").then().statusCode(200);
  }

  private static RequestSpecification thing() {
    return given().auth().oauth2(registrar()).basePath(THINGS).pathParam("id", UUID.randomUUID());
  }

  @Test
  void neither_an_answer_nor_a_problem_is_kept_by_a_cache() {
    thing().get("/{id}").then().statusCode(200).header("Cache-Control", "no-store");
    post("[]").statusCode(400).header("Cache-Control", "no-store");
  }

  @Test
  void an_oversize_body_is_413() {
    problem(post("{\"name\":\"" + "a".repeat(2_000_000) + "\"}"), 413, "too-large");
  }

  @Test
  void a_body_that_goes_on_and_on_without_saying_how_long_is_413() throws Exception {
    var endless = "{\"name\":\"" + "a".repeat(2_000_000) + "\"}";
    var request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + THINGS))
            .header("Authorization", "Bearer " + registrar())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(endless.getBytes(StandardCharsets.UTF_8))))
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("\"too-large\"");
    }
  }

  @Test
  void what_a_unique_constraint_refuses_is_a_conflict() {
    post("{\"name\":\"only-once\"}").statusCode(201);
    problem(post("{\"name\":\"only-once\"}"), 409, "already-there");
  }

  @Test
  void a_failure_of_ours_tells_nothing_of_what_was_sent() {
    problem(post("{\"name\":\"broken\"}"), 500, "internal-error")
        .body(not(containsString("secret")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost-at-once", "lost-at-commit"})
  void a_connection_that_is_lost_is_no_failure_of_ours_but_asks_to_come_again(String name) {
    problem(post("{\"name\":\"%s\"}".formatted(name)), 503, "temporarily-unavailable")
        .header("Retry-After", "5");
  }

  private static ValidatableResponse with(String token) {
    return given().auth().oauth2(token).get(THINGS + "/" + UUID.randomUUID()).then();
  }

  private static ValidatableResponse post(String body) {
    return given()
        .auth()
        .oauth2(registrar())
        .contentType("application/json")
        .body(body)
        .post(THINGS)
        .then();
  }

  private static String registrar() {
    return TestTokens.staff("registrar", "registrar").token();
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("type", equalTo("urn:vidnova:problem:" + code));
  }
}
