package ua.vidnova.gateway.pages;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.gateway.standins.Browser;
import ua.vidnova.gateway.standins.Tokens;
import ua.vidnova.gateway.standins.WithStandIns;

@QuarkusTest
@QuarkusTestResource(WithStandIns.class)
class PagesResourceTest {

  @TestHTTPResource URI site;

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/status", "/docs/", "/assets/vidnova.css", "/nowhere", "/api/registry/v1/x"})
  void every_answer_tells_browsers_what_not_to_do(String path) {
    get(path)
        .then()
        .header(
            "Content-Security-Policy",
            allOf(
                startsWith("default-src 'none'"),
                containsString("frame-ancestors 'none'"),
                containsString("base-uri 'none'"),
                not(containsString("script-src 'unsafe")),
                not(containsString("*"))))
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin");
  }

  @Test
  void the_first_page_says_what_this_is_and_where_to_sign_in() {
    get("/")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", not(containsString("connect-src")))
        .body(
            allOf(
                containsString("<html lang=\"uk\">"),
                containsString("<main id=\"main\""),
                containsString("href=\"/sign-in\""),
                containsString("lang=\"en\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/status", "/docs/"})
  void pages_have_no_scripts_or_styles_of_their_own_in_line(String path) {
    var page = get(path).asString();
    assertThat(page).doesNotContain("<style", "style=", "onclick=", "javascript:");
    assertThat(Pattern.compile("<script(?! src=)").matcher(page).find()).isFalse();
  }

  @Test
  void a_name_cannot_smuggle_markup_into_the_page() {
    var person = new Person("<script>alert(1)</script>", List.of(), List.of());
    assertThat(HomePage.Templates.home(person).render())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void the_form_for_signing_out_may_go_on_to_keycloak() {
    var browser = new Browser(site);
    var page = browser.signIn();
    var keycloak = URI.create(Tokens.realm());
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("form-action 'self' http://" + keycloak.getAuthority());
    assertThat(page.body()).contains("<form method=\"post\" action=\"/sign-out\">");
  }

  @Test
  void the_status_page_tells_what_works_from_what_is_down() {
    var page = get("/status").then().statusCode(200).extract().asString();
    assertThat(page).containsPattern("(?s)registry</span></th>\\s*<td><span class=\"ready\">");
    assertThat(page).containsPattern("(?s)payments</span></th>\\s*<td><span class=\"down\">");
  }

  @Test
  void the_api_page_runs_its_scripts_from_here_and_nowhere_else() {
    get("/docs/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("script-src 'self'"))
        .body(containsString("src=\"ui/swagger-ui-bundle.js\""));
    get("/docs/ui/swagger-ui-bundle.js").then().statusCode(200);
    get("/docs/ui/swagger-ui.css").then().statusCode(200);
    get("/docs/start.js").then().statusCode(200);
    given().redirects().follow(false).get("/docs").then().statusCode(303);
  }
}
