package ua.vidnova.payments.partner;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.SAXException;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.report.Reporting;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/**
 * What the API description says to partners is so: each example of an answer is what its schema
 * allows, each example of a request can be sent as it stands, and what is answered is described.
 */
@QuarkusTest
@WithPlatform
class PartnerApiExamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final String APPLICATION_JSON = "application/json";
  private static final String APPLICATION_XML = "application/xml";

  /** The file of a batch has to be taken before its report; what is deleted is gone. */
  private static final List<String> ORDER = List.of("put", "get", "post", "delete");

  private static final List<String> ORGANISED_BY_THE_FUND =
      List.of("award-imports", "award-corrections", "decisions", "unpaid-units");
  private static final List<String> DOORS =
      List.of(
          "award-imports",
          "award-corrections",
          "decisions",
          "unpaid-units",
          "batches",
          "reports",
          "webhooks");

  /** Steps that are not the partner's to take. */
  private static final Pattern OF_STAFF = Pattern.compile(".*/(approval|refusal)");

  @Inject Books books;

  private JsonNode document;

  /** One operation as it is described. */
  private record Call(String method, String path, JsonNode described) {

    String door() {
      return path.substring(Payments.BASE.length()).split("/", 2)[0];
    }

    /** Media types of a request or an answer with what is said of them. */
    static Map<String, JsonNode> types(JsonNode requestOrAnswer) {
      var types = new java.util.TreeMap<String, JsonNode>();
      requestOrAnswer
          .path("content")
          .properties()
          .forEach(type -> types.put(type.getKey(), type.getValue()));
      return types;
    }

    JsonNode answer(String status) {
      return described.path("responses").path(status);
    }

    @Override
    public String toString() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }
  }

  @BeforeEach
  void read_what_is_described() {
    document = read(given().get("/q/openapi?format=json").asString());
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @TestFactory
  Stream<DynamicTest> each_answer_has_an_example_that_is_as_described() {
    return calls()
        .flatMap(
            call ->
                call.described()
                    .path("responses")
                    .propertyStream()
                    .filter(answer -> answer.getKey().matches("20[^4]"))
                    .map(
                        answer ->
                            dynamicTest(
                                call + " " + answer.getKey(),
                                () -> assertExamples(Call.types(answer.getValue())))));
  }

  @TestFactory
  Stream<DynamicTest> each_request_has_an_example_that_is_as_described() {
    return calls()
        .filter(call -> call.described().has("requestBody"))
        .map(
            call ->
                dynamicTest(
                    call.toString(),
                    () -> assertExamples(Call.types(call.described().get("requestBody")))));
  }

  @Test
  void each_request_can_be_sent_as_it_stands_and_is_answered_as_described() {
    var ids = idsBehindTheDoors();
    var calls = calls().toList();
    assertThat(calls).hasSizeGreaterThanOrEqualTo(21);

    for (var call : calls) {
      var bodies = Call.types(call.described().path("requestBody"));
      if (bodies.isEmpty()) {
        assertAnswer(call, send(call, ids, null, null));
      }
      bodies.forEach((type, body) -> assertAnswer(call, send(call, ids, type, example(body))));
    }
  }

  @Test
  void commands_say_how_to_repeat_them() {
    for (var path :
        List.of(
            "batches/{id}/reports",
            "webhooks/{id}/ping",
            "webhooks/{id}/replays",
            "webhooks/{id}/deliveries/{deliveryId}/replay")) {
      var command = document.path("paths").path(Payments.BASE + path).path("post");
      assertThat(command.path("parameters"))
          .as(path)
          .anySatisfy(
              parameter -> {
                assertThat(parameter.path("in").asText()).isEqualTo("header");
                assertThat(parameter.path("name").asText()).isEqualTo("Idempotency-Key");
                assertThat(parameter.path("required").asBoolean()).isFalse();
              });
      assertThat(command.path("responses").path("409").path("description").asText())
          .contains("idempotency-key-in-use");
      assertThat(command.path("responses").path("422").path("description").asText())
          .contains("idempotency-key-reused");
    }
  }

  private Stream<Call> calls() {
    return document
        .path("paths")
        .propertyStream()
        .filter(path -> path.getKey().startsWith(Payments.BASE))
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(method -> ORDER.contains(method.getKey()))
                    .map(method -> new Call(method.getKey(), path.getKey(), method.getValue())))
        .filter(call -> DOORS.contains(call.door()))
        .filter(call -> !OF_STAFF.matcher(call.path()).matches())
        .sorted(
            Comparator.<Call, Integer>comparing(call -> ORDER.indexOf(call.method()))
                .thenComparing(Call::path));
  }

  private void assertExamples(Map<String, JsonNode> types)
      throws SAXException, java.io.IOException {
    assertThat(types).isNotEmpty();
    for (var type : types.entrySet()) {
      var described = type.getValue();
      assertThat(described.has("example")).as("%s has an example", type.getKey()).isTrue();
      if (type.getKey().equals(APPLICATION_JSON)) {
        assertThat(faults(described.path("schema"), described.get("example"))).isEmpty();
      } else if (type.getKey().equals(APPLICATION_XML)) {
        assertIsoMessage(described.get("example").asText());
      }
    }
  }

  private static void assertIsoMessage(String xml) throws SAXException, java.io.IOException {
    var message = xml.replaceFirst("(?s).*iso:20022:tech:xsd:([a-z0-9.]+)\".*", "$1");
    var schema =
        SchemaFactory.newDefaultInstance()
            .newSchema(
                requireNonNull(
                    PartnerApiExamplesTest.class.getResource(
                        "/contracts/iso20022/" + message + ".xsd")));
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  private void assertAnswer(Call call, Response response) {
    var status = "" + response.statusCode();
    assertThat(response.statusCode()).as("%s: %s", call, response.asString()).isBetween(200, 299);
    assertThat(call.answer(status).isMissingNode()).as("%s describes %s", call, status).isFalse();
    if (response.contentType().startsWith(APPLICATION_JSON)) {
      var schema = call.answer(status).path("content").path(APPLICATION_JSON).path("schema");
      assertThat(schema.isMissingNode()).as("%s %s has a schema", call, status).isFalse();
      assertThat(faults(schema, read(response.asString()))).as(call.toString()).isEmpty();
    }
  }

  private List<String> faults(JsonNode schema, JsonNode data) {
    var whole = (ObjectNode) schema.deepCopy();
    whole.set("components", document.get("components"));
    return SCHEMAS.getSchema(whole).validate(data).stream().map(Object::toString).toList();
  }

  /** Something of the partner's behind each door. */
  private Map<String, String> idsBehindTheDoors() {
    var person = Person.anyone();
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    var imported = idOf(call("award-imports"), "text/csv");
    return Map.of(
        "award-corrections", refusedCorrection(),
        "batches", books.instructionsOf(person.residentId()).getFirst().batchId(),
        "webhooks", UUID.randomUUID().toString(),
        "award-imports", imported,
        "reports", idOf(call("reports"), "text/csv"));
  }

  /** Decided, so that the example can be stated again. */
  private String refusedCorrection() {
    var id = idOf(call("award-corrections"), APPLICATION_JSON);
    Payments.post(
            Payments.approver(),
            "award-corrections/" + id + "/refusal",
            Map.of("reason", "Вигадана причина"))
        .then()
        .statusCode(200);
    return id;
  }

  private String idOf(Call post, String type) {
    var body = Call.types(post.described().path("requestBody")).get(type);
    var answer = send(post, Map.of(), type, example(body));
    assertThat(answer.statusCode()).as("%s: %s", post, answer.asString()).isBetween(200, 201);
    return answer.path("id");
  }

  private Call call(String door) {
    return calls()
        .filter(one -> one.method().equals("post") && one.path().equals(Payments.BASE + door))
        .findFirst()
        .orElseThrow();
  }

  private static Response send(Call call, Map<String, String> ids, String type, String body) {
    var path = call.path();
    if (path.contains("{id}")) {
      path = path.replace("{id}", ids.get(call.door()));
    }
    if (path.contains("{deliveryId}")) {
      path = path.replace("{deliveryId}", newDelivery(ids.get("webhooks")));
    }
    var request = given().config(Reporting.AS_IT_IS).auth().oauth2(token(call, type));
    call.described()
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .filter(parameter -> parameter.path("required").asBoolean())
        .forEach(
            parameter ->
                request.queryParam(
                    parameter.get("name").asText(), parameter.get("example").asText()));
    if (body != null) {
      request.contentType(type).body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return request.request(call.method().toUpperCase(Locale.ROOT), path);
  }

  private static String token(Call call, String type) {
    if (ORGANISED_BY_THE_FUND.contains(call.door())) {
      return TestTokens.partner(
          "pension-fund", "00035323", "payments.awards:write", "payments.decisions:read");
    }
    return APPLICATION_XML.equals(type) ? Payments.oschadbank() : Payments.ukrposhta();
  }

  private static String newDelivery(String webhook) {
    return Payments.post(Payments.ukrposhta(), "webhooks/" + webhook + "/ping", Map.of())
        .path("deliveryId");
  }

  /** JSON as it is sent; any other example is a text. */
  private static String example(JsonNode type) {
    var example = type.get("example");
    return example.isTextual() ? example.asText() : example.toString();
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
