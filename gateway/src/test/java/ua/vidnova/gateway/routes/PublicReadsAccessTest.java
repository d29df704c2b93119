package ua.vidnova.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.gateway.standins.Tokens;
import ua.vidnova.gateway.standins.WithStandIns;

@QuarkusTest
@QuarkusTestResource(WithStandIns.class)
class PublicReadsAccessTest {

  private static final String RECEIPT =
      "/api/registry/v1/receipts/0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Test
  void anyone_may_ask_whether_a_receipt_is_genuine() {
    given()
        .get(RECEIPT)
        .then()
        .statusCode(200)
        .body("uri", equalTo(RECEIPT))
        .body("headers", not(hasKey("authorization")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"metadata", ".well-known/smart-configuration"})
  void anyone_may_ask_what_fhir_offers_and_where_apps_sign_in(String path) {
    given().get("/api/medical/fhir/R4/" + path).then().statusCode(200);
  }

  @Test
  void the_service_is_not_told_who_asks() {
    given()
        .auth()
        .oauth2(Tokens.staff("registrar-1").token())
        .get(RECEIPT)
        .then()
        .statusCode(200)
        .body("headers", not(hasKey("authorization")));
  }

  @Test
  void a_token_that_does_not_hold_does_not_stand_in_the_way() {
    given().header("Authorization", "Bearer x").get(RECEIPT).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/registry/v1/receipts/",
        "/api/registry/v1/receipts",
        "/api/registry/v1/receipts/a/b",
        "/api/registry/v1/receipts/../residents",
        "/api/registry/v1/receipts/..%2Fresidents/1",
        "/api/registry/v1/residents/1",
        "/api/medical/v1/receipts/a",
        "/api/medical/fhir/R4/Patient/a"
      })
  void nothing_beside_it_is_open(String path) {
    given().urlEncodingEnabled(false).get(path).then().statusCode(401);
  }

  @Test
  void only_reading_is_open() {
    given().body("{}").post(RECEIPT).then().statusCode(401);
    given().delete(RECEIPT).then().statusCode(401);
  }
}
