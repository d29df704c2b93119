package ua.vidnova.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class OpenApiResourceTest {

  @Test
  void every_operation_says_what_it_does_and_how_it_refuses() {
    operations()
        .forEach(
            operation -> {
              assertThat(operation.path("summary").asText()).isNotBlank();
              assertThat(operation.path("responses").propertyStream())
                  .as(operation.path("summary").asText())
                  .filteredOn(response -> response.getKey().compareTo("400") >= 0)
                  .hasSizeGreaterThanOrEqualTo(4)
                  .allMatch(
                      response ->
                          response
                              .getValue()
                              .at("/content/application~1problem+json/schema/$ref")
                              .asText()
                              .equals("#/components/schemas/Problem"));
            });
  }

  @Test
  void registration_is_described_with_its_fields_and_its_own_refusals() {
    var registration = document().at("/paths/~1api~1registry~1v1~1residents/post");
    assertThat(registration.path("responses").fieldNames())
        .toIterable()
        .contains("200", "201", "403", "409", "422");
    assertThat(registration.at("/responses/201/content/application~1json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/RegisteredResident");
    assertThat(registration.at("/parameters/0/name").asText()).isEqualTo("Idempotency-Key");
    assertThat(document().at("/components/schemas/Registration/required"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("name", "birthDate", "sex", "documents", "settlement");
  }

  @Test
  void no_schema_bears_a_number_instead_of_a_name() {
    assertThat(document().at("/components/schemas").fieldNames())
        .toIterable()
        .noneMatch(name -> name.matches(".*[0-9]"))
        .noneMatch(List.of("Kind", "Source")::contains);
  }

  private static Stream<JsonNode> operations() {
    return document()
        .path("paths")
        .valueStream()
        .flatMap(path -> path.propertyStream())
        .filter(member -> List.of("get", "put", "post", "delete").contains(member.getKey()))
        .map(Entry::getValue);
  }

  private static JsonNode document() {
    return TestPeople.read(given().get("/q/openapi?format=json").asString());
  }
}
