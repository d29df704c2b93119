package ua.vidnova.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.InventedPeople;
import ua.vidnova.localstack.demo.Person;
import ua.vidnova.localstack.keycloak.LocalTokens;

/** A registrar signs in with a real browser, works, and signs out; the tests are one story. */
@OnThePlatform
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInIT {
  private static final String ZERO_WIDTH_SPACE = "\u200b";
  private static final By SIGN_IN = By.cssSelector("a[href='/sign-in']");
  private static final By SIGN_OUT = By.cssSelector("form[action='/sign-out'] button");
  private static final Map<String, String> OWN_PAGE =
      Map.of("X-Vidnova-Request", "1", "Content-Type", "application/json");
  private static final String FETCH =
      """
      const [method, path, headers, body, done] = arguments;
      fetch(path, {method, headers, body: body ?? undefined})
        .then(answer => answer.text().then(text => done(answer.status + ' ' + text)))
        .catch(blocked => done('blocked'));
      """;

  private final String home;
  private final String keycloak;
  private final Person person = new InventedPeople(new Random()).next();
  private Browser browser;

  SignInIT(Platform platform) {
    home = platform.gatewayUrl() + "/";
    keycloak = platform.part("keycloak").address();
  }

  @BeforeAll
  void open() {
    browser = new Browser();
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  @Order(1)
  void whoever_is_not_signed_in_is_offered_to() {
    browser.open(home);

    assertThat(browser.textsOf(SIGN_IN)).isNotEmpty();
    assertThat(browser.textsOf(SIGN_OUT)).isEmpty();
  }

  @Test
  @Order(2)
  void a_wrong_password_does_not_sign_in() {
    browser.find(SIGN_IN).click();
    browser.find(By.id("username")).sendKeys("registrar");
    browser.find(By.id("password")).sendKeys("not-" + LocalTokens.PASSWORD, Keys.ENTER);

    browser.find(By.cssSelector("#input-error, #input-error-username, [id^='input-error']"));
    assertThat(browser.address()).startsWith(keycloak);
  }

  /** Without a mouse: the fields and the button follow each other. */
  @Test
  @Order(3)
  void the_registrar_signs_in_by_keyboard_and_sees_name_and_roles() {
    WebElement password = browser.find(By.id("password"));
    password.clear();
    password.sendKeys(LocalTokens.PASSWORD, Keys.ENTER);

    String page = browser.awaitText(text -> text.contains("Оксана Коваленко"));

    assertThat(browser.address()).isEqualTo(home);
    assertThat(page)
        .contains("Мобільний адміністратор")
        .contains("Новоайдарська")
        .doesNotContain("Аудитор");
  }

  @Test
  @Order(4)
  void no_script_can_reach_a_token_or_a_cookie() {
    Set<Cookie> cookies = browser.cookies();
    assertThat(cookies.stream().map(Cookie::getName))
        .anyMatch(name -> name.startsWith("q_session"));
    assertThat(cookies)
        .allSatisfy(
            cookie -> {
              assertThat(cookie.isHttpOnly()).as(cookie.getName()).isTrue();
              assertThat(cookie.getSameSite()).as(cookie.getName()).isIn("Lax", "Strict");
              assertThat(cookie.getValue())
                  .as("a readable token")
                  .doesNotContain("eyJhbGciOiJSUzI1");
            });
    assertThat(call("GET", "/api/registry/v1/residents?q=xx", Map.of(), null))
        .as("a script on the home page")
        .isEqualTo("blocked");
    assertThat(browser.evaluate("return document.cookie")).isEqualTo("");
    assertThat(browser.evaluate("return localStorage.length + sessionStorage.length"))
        .isEqualTo(0L);
    assertThat(browser.evaluate("return document.documentElement.outerHTML").toString())
        .doesNotContain("eyJ");
  }

  @Test
  @Order(5)
  void the_api_page_shows_operations_of_all_four_services() {
    browser.find(By.cssSelector("main a[href='/docs/']")).click();
    browser.find(By.cssSelector(".opblock"));

    Set<String> services =
        browser.textsOf(By.cssSelector(".opblock-summary-path")).stream()
            .map(path -> path.replace(ZERO_WIDTH_SPACE, "").split("/")[2])
            .collect(Collectors.toSet());

    assertThat(services).containsExactlyInAnyOrderElementsOf(Databases.SERVICES);
  }

  /** From the API page; the home page lets no script call anything. */
  @Test
  @Order(6)
  void the_session_reads_and_changes_through_the_api() {
    String body = Beneficiaries.registrationOf(person).body().toString();

    assertThat(call("POST", Beneficiaries.RESIDENTS, OWN_PAGE, body)).startsWith("201 ");
    assertThat(call("GET", Beneficiaries.RESIDENTS + "?q=" + person.rnokpp(), Map.of(), null))
        .startsWith("200 ")
        .contains("\"birthDate\":\"" + person.birthDate() + "\"");
    assertThat(call("GET", "/api/payments/v1/resumptions", Map.of(), null)).startsWith("403 ");
  }

  @Test
  @Order(7)
  void a_change_without_the_header_of_our_own_pages_is_refused() {
    String body = Beneficiaries.registrationOf(person).body().toString();

    assertThat(
            call("POST", Beneficiaries.RESIDENTS, Map.of("Content-Type", "application/json"), body))
        .startsWith("403 ")
        .contains("\"code\":\"cross-site-request\"");
  }

  @Test
  @Order(8)
  void signing_out_ends_the_session_here_and_at_keycloak() {
    browser.open(home);
    browser.find(SIGN_OUT).click();
    browser.find(SIGN_IN);

    assertThat(browser.address()).isEqualTo(home);
    assertThat(browser.cookies().stream().map(Cookie::getName))
        .noneMatch(name -> name.startsWith("q_session"));
    browser.find(SIGN_IN).click();
    browser.find(By.id("password"));
    assertThat(browser.address()).as("Keycloak asks again").startsWith(keycloak);
    browser.open(home + "docs/");
    assertThat(call("GET", "/api/registry/v1/residents?q=xx", Map.of(), null)).startsWith("401 ");
  }

  /** What a script of the page gets when it calls: status and body. */
  private String call(String method, String path, Map<String, String> headers, String body) {
    return (String) browser.await(FETCH, method, path, headers, body);
  }
}
