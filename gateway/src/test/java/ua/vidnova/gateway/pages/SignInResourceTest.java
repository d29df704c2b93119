package ua.vidnova.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.gateway.standins.Browser;
import ua.vidnova.gateway.standins.Tokens;
import ua.vidnova.gateway.standins.WithStandIns;

@QuarkusTest
@QuarkusTestResource(WithStandIns.class)
class SignInResourceTest {

  private static final String CALL = "/api/registry/v1/x";

  @TestHTTPResource URI site;

  @AfterEach
  void tokens_live_as_usual() {
    Tokens.sessionsLive(300, false);
  }

  private Browser signedIn() {
    var browser = new Browser(site);
    browser.signIn();
    assertThat(browser.isSignedIn()).isTrue();
    return browser;
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  @Test
  void signing_in_ends_on_the_first_page_which_says_who_you_are() {
    var page = new Browser(site).signIn();
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/");
    assertThat(page.body())
        .contains("Олена Коваль", "Мобільний адміністратор", "Луганська область");
  }

  @Test
  void the_code_and_a_proof_key_go_to_keycloak_and_no_token_comes_to_the_browser() {
    var browser = signedIn();
    var toKeycloak = browser.visited().getFirst().headers().firstValue("Location").orElseThrow();
    assertThat(toKeycloak)
        .startsWith(Tokens.realm() + "/auth?")
        .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=");
    assertThat(browser.visited())
        .allSatisfy(
            answer -> {
              assertThat(answer.body()).doesNotContain("eyJ");
              assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("eyJ");
            });
  }

  @Test
  void the_session_is_an_encrypted_cookie_out_of_reach_of_scripts() {
    var browser = signedIn();
    var setCookies =
        browser.visited().stream()
            .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
            .filter(cookie -> cookie.startsWith("q_session") && !cookie.contains("Max-Age=0"))
            .toList();
    assertThat(setCookies)
        .isNotEmpty()
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .containsIgnoringCase("HttpOnly")
                    .contains("SameSite=Lax", "Path=/;"));
    // Five parts of a JWE, and not the three of a signed token.
    assertThat(browser.cookies().getFirst().getValue().split("\\.")).hasSize(5);
  }

  @Test
  void a_call_with_a_session_takes_its_access_token_to_the_service_and_leaves_the_cookie() {
    var answer = signedIn().get(CALL);
    assertThat(answer.statusCode()).isEqualTo(200);
    var headers = json(answer).getJsonObject("headers");
    assertThat(headers.getString("authorization")).startsWith("Bearer eyJ");
    assertThat(headers.containsKey("cookie")).isFalse();
  }

  @Test
  void a_bearer_token_comes_before_the_session() {
    var token = Tokens.partner("ukrposhta").token();
    var answer = signedIn().send("GET", CALL, "Authorization", "Bearer " + token);
    assertThat(json(answer).getJsonObject("headers").getString("authorization"))
        .isEqualTo("Bearer " + token);
  }

  @Test
  void a_page_of_ours_may_change_things() {
    var own = "http://" + site.getAuthority();
    var answer =
        signedIn()
            .send(
                "POST",
                CALL,
                "X-Vidnova-Request",
                "1",
                "Origin",
                own,
                "Sec-Fetch-Site",
                "same-origin");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void a_change_without_our_header_is_refused(String method) {
    assertCrossSite(signedIn().send(method, CALL));
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, not an address",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none"
  })
  void a_change_from_another_site_is_refused_even_with_our_header(String name, String value) {
    assertCrossSite(signedIn().send("POST", CALL, "X-Vidnova-Request", "1", name, value));
  }

  @Test
  void a_bearer_token_needs_no_such_header() {
    var token = Tokens.staff("registrar-1").token();
    var answer =
        new Browser(site)
            .send("POST", CALL, "Authorization", "Bearer " + token, "Origin", "https://x.example");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static void assertCrossSite(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).getString("code")).isEqualTo("cross-site-request");
  }

  @Test
  void signing_out_ends_the_session_here_and_at_keycloak() {
    var browser = signedIn();
    var answer = browser.send("POST", "/sign-out", "Origin", "http://" + site.getAuthority());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith(Tokens.realm() + "/logout?")
        .contains("id_token_hint=");
    assertThat(browser.isSignedIn()).isFalse();
    var page = browser.follow(answer);
    assertThat(page.uri()).isEqualTo(site.resolve("/"));
    assertThat(page.body()).contains("Увійти");
    assertThat(browser.cookies()).isEmpty();
    assertThat(browser.get(CALL).statusCode()).isEqualTo(401);
  }

  @Test
  void another_site_cannot_sign_anyone_out() {
    var browser = signedIn();
    assertCrossSite(browser.send("POST", "/sign-out", "Origin", "https://evil.example"));
    assertCrossSite(browser.send("POST", "/sign-out"));
    assertThat(browser.get("/sign-out").statusCode()).isEqualTo(405);
    assertThat(browser.get(CALL).statusCode()).isEqualTo(200);
  }

  @Test
  void an_expired_session_is_refreshed_on_the_way() {
    var before = Tokens.sessionsLive(3, false);
    var browser = signedIn();
    var first = json(browser.get(CALL)).getJsonObject("headers").getString("authorization");
    Tokens.sessionsLive(300, false);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              var answer = browser.get(CALL);
              assertThat(answer.statusCode()).isEqualTo(200);
              assertThat(json(answer).getJsonObject("headers").getString("authorization"))
                  .isNotEqualTo(first);
            });
    var after = Tokens.sessionsLive(300, false);
    assertThat(after).isGreaterThan(before);
    assertThat(browser.get(CALL).statusCode()).isEqualTo(200);
    assertThat(Tokens.sessionsLive(300, false)).as("the new cookie holds").isEqualTo(after);
  }

  @Test
  void a_session_that_cannot_be_refreshed_is_401_and_forgotten() {
    Tokens.sessionsLive(3, false);
    var browser = signedIn();
    Tokens.sessionsLive(3, true);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              var answer = browser.get(CALL);
              assertThat(answer.statusCode()).isEqualTo(401);
              assertThat(json(answer).getString("code")).isEqualTo("session-expired");
            });
    assertThat(browser.isSignedIn()).isFalse();
    assertThat(json(browser.get(CALL)).getString("code")).isEqualTo("unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"forged", "a.b.c.d.e", "eyJhbGciOiJkaXIifQ....", ""})
  void a_cookie_that_we_did_not_make_opens_nothing(String value) {
    var answer = new Browser(site).send("GET", CALL, "Cookie", "q_session=" + value);
    assertThat(answer.statusCode()).isEqualTo(401);
    var page = new Browser(site).send("GET", "/", "Cookie", "q_session=" + value);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Увійти");
  }

  @Test
  void a_code_that_was_not_asked_for_signs_no_one_in() {
    var browser = new Browser(site);
    var answers =
        List.of(
            browser.get("/sign-in?code=stolen&state=made-up"),
            browser.send("GET", "/sign-in?code=stolen&state=a", "Cookie", "q_auth_a=a"),
            browser.get("/api/registry/v1/x?code=stolen&state=a"));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isNotEqualTo(200));
    assertThat(browser.isSignedIn()).isFalse();
  }

  @Test
  void a_refused_sign_in_offers_to_start_again() {
    var browser = new Browser(site);
    var toKeycloak = browser.get("/sign-in").headers().firstValue("Location").orElseThrow();
    var state = toKeycloak.replaceAll(".*[?&]state=([^&]*).*", "$1");
    var page = browser.get("/sign-in?error=access_denied&state=" + state);
    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(page.body()).contains("Вхід не вдався", "/sign-in");
  }
}
