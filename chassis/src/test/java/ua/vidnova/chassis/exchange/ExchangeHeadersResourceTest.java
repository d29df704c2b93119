package ua.vidnova.chassis.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class ExchangeHeadersResourceTest {

  private static final String THINGS = "/api/thing/v1/things/";

  private final UUID thing = UUID.randomUUID();

  /** A partner that may do what a registrar may: here it is the headers that matter. */
  private static RequestSpecification partner() {
    return given()
        .auth()
        .oauth2(TestTokens.staff("oschadbank", Roles.REGISTRAR).ofOrganisation("00032129").token());
  }

  @Test
  void the_audit_trail_names_the_exchange_and_the_answer_its_query() {
    partner()
        .headers(
            Map.of(
                "Uxp-Client", "SEVDEIR-TEST/GOV/00032129/PAYMENTS",
                "Uxp-Service", "SEVDEIR-TEST/GOV/00035323/VIDNOVA/GetThing/v1",
                "Uxp-QueryID", "a81bc81b-dead-4e5d-abff-90865d1e13b1",
                "Uxp-Purpose-Ids", "12,pension.payment",
                "Uxp-Subject-Id", "1759013776"))
        .get(THINGS + thing)
        .then()
        .statusCode(200)
        .header("Uxp-QueryID", equalTo("a81bc81b-dead-4e5d-abff-90865d1e13b1"));

    given()
        .auth()
        .oauth2(TestTokens.staff("auditor-1", Roles.AUDITOR).token())
        .get("/api/thing/v1/audit?residentId=" + thing)
        .then()
        .body("items[0].exchange.client", equalTo("SEVDEIR-TEST/GOV/00032129/PAYMENTS"))
        .body("items[0].exchange.service", equalTo("SEVDEIR-TEST/GOV/00035323/VIDNOVA/GetThing/v1"))
        .body("items[0].exchange.queryId", equalTo("a81bc81b-dead-4e5d-abff-90865d1e13b1"))
        .body("items[0].exchange.purposeIds", equalTo("12,pension.payment"))
        .body("items[0].exchange", not(hasKey("subjectId")));
    given()
        .auth()
        .oauth2(TestTokens.staff("auditor-1", Roles.AUDITOR).token())
        .get("/api/thing/v1/audit/verification")
        .then()
        .body("whole", equalTo(true));
  }

  @Test
  void a_direct_call_leaves_no_exchange() {
    partner().get(THINGS + thing).then().statusCode(200).header("Uxp-QueryID", nullValue());
    given()
        .auth()
        .oauth2(TestTokens.staff("auditor-1", Roles.AUDITOR).token())
        .get("/api/thing/v1/audit?residentId=" + thing)
        .then()
        .body("items[0].exchange", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "Uxp-Client,00032129",
    "Uxp-Client,SEVDEIR/GOV/00032129",
    "Uxp-Client,SEVDEIR/GOV/0003212/PAY",
    "Uxp-Client,SEVDEIR/GOV/00032129/PAY/MORE",
    "Uxp-Client,SEVDEIR/GOV/00032129/<script>",
    "Uxp-Service,SEVDEIR/GOV/00035323/VIDNOVA",
    "Uxp-Service,SEVDEIR/GOV/00035323/VIDNOVA/a/b/c",
    "Uxp-QueryID,two words",
    "Uxp-Purpose-Ids,'1,,2'",
    "Uxp-Purpose-Ids,1|2",
    "Uxp-Subject-Id,'; drop table'"
  })
  void nonsense_is_refused_and_not_repeated(String header, String value) {
    partner()
        .header(header, value)
        .get(THINGS + thing)
        .then()
        .statusCode(400)
        .body("code", equalTo("bad-parameter"))
        .body("errors[0].field", equalTo(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Uxp-Client", "Uxp-QueryID", "Uxp-Purpose-Ids"})
  void a_header_that_comes_twice_is_nonsense(String header) {
    var value = header.equals("Uxp-Client") ? "SEVDEIR/GOV/00032129/PAY" : "1";
    partner()
        .header(header, value)
        .header(header, value)
        .get(THINGS + thing)
        .then()
        .statusCode(400);
  }

  @Test
  void a_call_in_anothers_name_is_refused() {
    partner()
        .header("Uxp-Client", "SEVDEIR/GOV/21560045/PAY")
        .header("Uxp-QueryID", "q-1")
        .get(THINGS + thing)
        .then()
        .statusCode(403)
        .header("Uxp-QueryID", equalTo("q-1"))
        .body("code", equalTo("exchange-member-differs"));
    given()
        .auth()
        .oauth2(TestTokens.staff("registrar-1", Roles.REGISTRAR).token())
        .header("Uxp-Client", "SEVDEIR/GOV/21560045/PAY")
        .get(THINGS + thing)
        .then()
        .statusCode(403);
  }
}
