package ua.vidnova.registry.imports;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.registry.RegistryApi;
import ua.vidnova.registry.TestPeople;

/** Lists of invented people, and the doors through which they come. */
final class Lists {

  static final String MAPPINGS = "/api/registry/v1/import-mappings";
  static final String IMPORTS = "/api/registry/v1/imports";
  static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  static final String HEADER =
      "Прізвище;Ім'я;По батькові;Дата народження;РНОКПП;Населений пункт;Телефон;Паспорт;№ справи\n";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Lists() {}

  static String administrator() {
    return RegistryApi.staff(Roles.ADMINISTRATOR);
  }

  /** A mapping of the whole oblast for {@link #HEADER}. */
  static String mapping() {
    return """
        {
          "source": "PENSION_FUND",
          "territory": "UA44000000000018893",
          "dates": "DAY_MONTH_YEAR",
          "columns": {
            "Прізвище": "FAMILY", "Ім’я": "GIVEN", "По батькові": "PATRONYMIC",
            "Дата народження": "BIRTH_DATE", "РНОКПП": "RNOKPP", "Населений пункт": "SETTLEMENT",
            "Телефон": "PHONE", "Паспорт": "PASSPORT", "№ справи": "RECORD_NUMBER"
          }
        }
        """;
  }

  static ValidatableResponse put(String name, String mapping, String token) {
    return RegistryApi.as(token)
        .contentType("application/json")
        .body(mapping.getBytes(StandardCharsets.UTF_8))
        .put(MAPPINGS + "/" + name)
        .then();
  }

  /** Saves the mapping under a name that no list has yet, and returns the name. */
  static String newList() {
    var name = "list-" + COUNT.incrementAndGet();
    put(name, mapping(), administrator()).statusCode(201);
    return name;
  }

  static ValidatableResponse send(String list, byte[] file) {
    return send(list, file, "text/csv", false, administrator());
  }

  static ValidatableResponse send(
      String list, byte[] file, String type, boolean dryRun, String token) {
    return given()
        .config(
            io.restassured.config.RestAssuredConfig.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .auth()
        .oauth2(token)
        .queryParam("mapping", list)
        .queryParam("dryRun", dryRun)
        .header("Content-Type", type)
        .body(file)
        .post(IMPORTS)
        .then();
  }

  /** Sends a list, waits until it has ended, and shows what came of it. */
  static ValidatableResponse imported(String list, String file) {
    return ended(send(list, utf8(file)).statusCode(202).extract().path("id"));
  }

  /** Waits until an import has ended. */
  static ValidatableResponse ended(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> show(id).body("state", not(oneOf("RECEIVING", "WAITING", "RUNNING"))));
    return show(id);
  }

  static ValidatableResponse show(String id) {
    return RegistryApi.as(administrator()).get(IMPORTS + "/" + id).then().statusCode(200);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A line of somebody nobody knows yet. */
  static String line() {
    return line(TestPeople.newFamily(), TestPeople.newRnokpp());
  }

  static String line(String family, String rnokpp) {
    return family + ";Ганна;Прикладівна;17.04.1951;" + rnokpp + ";м. Алчевськ;;;\n";
  }
}
