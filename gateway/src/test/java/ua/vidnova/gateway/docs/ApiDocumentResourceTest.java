package ua.vidnova.gateway.docs;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import ua.vidnova.gateway.standins.WithStandIns;

@QuarkusTest
@QuarkusTestResource(WithStandIns.class)
class ApiDocumentResourceTest {

  @Test
  void one_document_holds_what_the_services_offer_and_names_the_one_that_is_down() {
    get("/docs/openapi.json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body(
            "paths.keySet()",
            containsInAnyOrder(
                "/api/registry/v1/residents",
                "/api/medical/v1/visits",
                "/api/coordination/v1/settlements"))
        .body("tags.name", containsInAnyOrder("registry", "medical", "coordination"))
        .body("info.description", containsString("missing below: payments"));
  }
}
