package ua.vidnova.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MergeDocumentsTest {

  private static final ServiceDocument REGISTRY =
      new ServiceDocument(
          "registry",
          new JsonObject(
              """
              {"openapi":"3.1.0","info":{"title":"Registry","description":"Residents"},
               "paths":{
                 "/api/registry/v1/residents":{
                   "parameters":[{"$ref":"#/components/parameters/limit"}],
                   "post":{"operationId":"register","tags":["Residents Resource"],
                     "security":[{"SecurityScheme":["registrar"]}],
                     "requestBody":{"content":{"application/json":
                       {"schema":{"$ref":"#/components/schemas/Resident"}}}}},
                   "get":{"operationId":"find","security":[]}},
                 "/q/health":{"get":{}}},
               "components":{
                 "parameters":{"limit":{"name":"limit","in":"query"}},
                 "schemas":{
                   "Resident":{"properties":{"name":{"$ref":"#/components/schemas/Name"}},
                     "discriminator":{"propertyName":"kind",
                       "mapping":{"a":"#/components/schemas/Name"}}},
                   "Name":{"type":"object","default":null}},
                 "securitySchemes":{"SecurityScheme":{"type":"openIdConnect"}}}}
              """));

  private static final ServiceDocument PAYMENTS =
      new ServiceDocument(
          "payments",
          new JsonObject(
              """
              {"openapi":"3.1.0","info":{"title":"Payments"},
               "paths":{"/api/payments/v1/runs":{"post":{"operationId":"register",
                 "responses":{"200":{"content":{"application/json":
                   {"schema":{"type":"array","items":{"$ref":"#/components/schemas/Name"}}}}}}}}},
               "components":{"schemas":{"Name":{"type":"string"}}}}
              """));

  private static JsonObject merged() {
    return MergeDocuments.merge("1.0", List.of(REGISTRY, PAYMENTS), List.of());
  }

  private static JsonObject at(JsonObject json, String... path) {
    var result = json;
    for (var name : path) {
      result = result.getJsonObject(name);
    }
    return result;
  }

  @Test
  void paths_stay_as_they_are_and_only_those_of_the_service_are_taken() {
    assertThat(merged().getJsonObject("paths").fieldNames())
        .containsExactly("/api/registry/v1/residents", "/api/payments/v1/runs");
  }

  @Test
  void components_of_the_same_name_do_not_collide() {
    var schemas = at(merged(), "components", "schemas");
    assertThat(schemas.fieldNames())
        .containsExactlyInAnyOrder("registry.Resident", "registry.Name", "payments.Name");
    assertThat(at(schemas, "registry.Name").getString("type")).isEqualTo("object");
    assertThat(at(schemas, "payments.Name").getString("type")).isEqualTo("string");
  }

  @Test
  void every_reference_leads_to_a_component_that_is_there() {
    var merged = merged();
    var text = merged.encode();
    var references = Pattern.compile("#/components/(\\w+)/([\\w.]+)").matcher(text).results();
    assertThat(references)
        .hasSize(5)
        .allSatisfy(
            reference ->
                assertThat(at(merged, "components", reference.group(1)).fieldNames())
                    .contains(reference.group(2)));
  }

  @Test
  void operations_are_tagged_and_named_by_service() {
    var merged = merged();
    var register = at(merged, "paths", "/api/registry/v1/residents", "post");
    assertThat(register.getJsonArray("tags")).isEqualTo(new JsonArray().add("registry"));
    assertThat(register.getString("operationId")).isEqualTo("registry.register");
    assertThat(at(merged, "paths", "/api/payments/v1/runs", "post").getString("operationId"))
        .isEqualTo("payments.register");
    assertThat(merged.getJsonArray("tags").getJsonObject(0).getMap())
        .containsEntry("name", "registry")
        .containsEntry("description", "Residents");
    assertThat(merged.getJsonArray("tags").getJsonObject(1).getString("description"))
        .isEqualTo("Payments");
  }

  @Test
  void security_is_the_gateways_own_and_keeps_who_may() {
    var merged = merged();
    assertThat(at(merged, "components", "securitySchemes").fieldNames())
        .containsExactly("bearer", "session");
    var residents = at(merged, "paths", "/api/registry/v1/residents");
    assertThat(at(residents, "post").getJsonArray("security").encode())
        .isEqualTo("[{\"bearer\":[\"registrar\"]},{\"session\":[\"registrar\"]}]");
    assertThat(at(residents, "get").getJsonArray("security")).isEmpty();
  }

  @Test
  void a_service_that_is_down_is_named() {
    var description =
        MergeDocuments.merge("1.0", List.of(REGISTRY), List.of("medical", "payments"))
            .getJsonObject("info")
            .getString("description");
    assertThat(description).contains("medical, payments");
    assertThat(merged().getJsonObject("info").getString("description"))
        .doesNotContain("Not answering");
  }

  @Test
  void the_documents_themselves_are_left_alone() {
    var before = REGISTRY.openapi().encode();
    merged();
    assertThat(REGISTRY.openapi().encode()).isEqualTo(before);
  }
}
