package ua.vidnova.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.post;
import static ua.vidnova.registry.RegistryApi.register;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.TestPeople.newRnokpp;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.withoutNumber;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.facts.FactsApi.by;
import static ua.vidnova.registry.facts.FactsApi.name;
import static ua.vidnova.registry.facts.FactsApi.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class RegistrationResourceTest {

  @Inject AgroalDataSource database;

  @Test
  void a_registered_resident_is_answered_with_place_and_version() {
    var person = woman();
    var id = Ids.newId().toString();
    register(person.put("id", id))
        .statusCode(201)
        .header("Location", equalTo(RESIDENTS + "/" + id))
        .header("ETag", equalTo("\"0\""))
        .body("id", equalTo(id))
        .body("name.family", equalTo(person.at("/name/family").asText()))
        .body("birthDate", equalTo("1951-04-17"))
        .body("settlementName", equalTo("Алчевськ"))
        .body("lifeState", equalTo("LIVING"))
        .body("evidenceLevel", equalTo("ORIGINAL"))
        .body("identifiedOn", equalTo("2026-11-16"))
        .body("documents[0].number", equalTo("ЕК123456"))
        .body("documents[0].provenance.recordedBy", equalTo("registrar"))
        .body("provenance.source", equalTo("REGISTRAR"))
        .body("provenance.deviceTime", equalTo("2026-11-16T08:30:00Z"))
        .body("provenance.recordedAt", startsWith("20"));
  }

  @Test
  void the_registry_makes_an_id_when_the_device_made_none() {
    register(woman())
        .statusCode(201)
        .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("ua.vidnova.registry.registration.Refusals#all")
  void what_cannot_be_true_is_not_acceptable(
      String change, ObjectNode body, String field, String code) {
    register(body)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid"))
        .body("errors.findAll { it.field == '%s' }.code".formatted(field), hasItem(code));
    assertThat(countResidents(body.at("/name/family").asText())).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "/name, name",
    "/name/family, name.family",
    "/name/given, name.given",
    "/birthDate, birthDate",
    "/sex, sex",
    "/documents, documents",
    "/documents/0/type, documents[0].type",
    "/documents/0/evidenceLevel, documents[0].evidenceLevel",
    "/settlement, settlement",
    "/paymentChannel/kind, paymentChannel.kind",
    "/noRussianPension/declaredOn, noRussianPension.declaredOn"
  })
  void what_is_missing_is_named(String pointer, String field) {
    register(with(woman(), pointer, ""))
        .statusCode(422)
        .body("errors.field", hasItem(field))
        .body("errors.code", hasItem("required"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /unknown             | 1                   | unknown-field
          /name/middle         | "x"                 | unknown-field
          /documents/0/secret  | "x"                 | unknown-field
          /birthDate           | "17.04.1951"        | wrong-type
          /birthDate           | "1951-02-30"        | wrong-type
          /birthDate           | 0                   | wrong-type
          /birthDate           | [1951, 4, 17]       | wrong-type
          /birthDate           | {}                  | wrong-type
          /birthDate           | "-999999999-01-01"  | wrong-type
          /sex                 | "WOMAN"             | wrong-type
          /sex                 | 1                   | wrong-type
          /rnokpp              | 1873412342          | wrong-type
          /name                | "Ганна"             | wrong-type
          /name/family         | 5                   | wrong-type
          /name/family         | ["a"]               | wrong-type
          /documents           | {}                  | wrong-type
          /documents           | "PASSPORT"          | wrong-type
          /documents/0         | 7                   | wrong-type
          /id                  | "not-an-id"         | wrong-type
          /deviceTime          | "yesterday"         | wrong-type
          /deviceTime          | 1763281800          | wrong-type
          """)
  void what_cannot_be_read_is_a_bad_request(String pointer, String value, String code) {
    register(with(woman(), pointer, value))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                        | malformed-json
          {"name": }               | malformed-json
          {"sex": "FEMALE",}       | malformed-json
          []                       | malformed-json
          "Ганна"                  | malformed-json
          nonsense                 | malformed-json
          """)
  void what_is_no_json_object_is_a_bad_request(String body, String code) {
    post(body.getBytes(StandardCharsets.UTF_8), registrar())
        .statusCode(400)
        .body("code", equalTo(code));
  }

  @Test
  void bytes_that_are_not_utf8_are_a_bad_request() {
    var body = woman().toString().getBytes(StandardCharsets.UTF_8);
    body[20] = (byte) 0xC3;
    body[21] = (byte) 0x28;
    post(body, registrar()).statusCode(400).body("code", equalTo("malformed-json"));
  }

  @Test
  void json_without_end_of_depth_is_a_bad_request() {
    var body = "{\"name\":" + "[".repeat(100_000);
    post(body.getBytes(StandardCharsets.UTF_8), registrar()).statusCode(400);
  }

  @Test
  void nothing_is_not_a_registration() {
    post(new byte[0], registrar()).statusCode(not(201)).statusCode(not(500));
    post("null".getBytes(StandardCharsets.UTF_8), registrar()).statusCode(422);
  }

  @Test
  void a_body_of_two_megabytes_is_too_large() {
    var person = with(woman(), "/documents/0/issuer", '"' + "а".repeat(1_000_000) + '"');
    register(person).statusCode(413).body("code", equalTo("too-large"));
  }

  @Test
  void another_content_type_is_refused() {
    as(registrar()).contentType("text/plain").body("x").post(RESIDENTS).then().statusCode(415);
  }

  @Test
  void documents_are_one_to_twenty() {
    register(with(woman(), "/documents", "[]"))
        .statusCode(422)
        .body("errors.code", hasItem("size"));
    var many = woman();
    IntStream.range(0, 20)
        .mapToObj(
            "{\"type\":\"OTHER\",\"number\":\"A-%03d\",\"evidenceLevel\":\"COPY\"}"::formatted)
        .forEach(document -> with(many, "/documents/0", document));
    register(many).statusCode(422).body("errors.field", hasItem("documents"));
    register(with(woman(), "/documents/1", "null"))
        .statusCode(422)
        .body("errors.code", hasItem("required"));
  }

  @Test
  void the_same_registration_again_is_answered_with_the_same_resident() {
    var person = woman().put("id", Ids.newId().toString());
    var first = register(person).statusCode(201).extract().jsonPath().getMap("");
    var again = with(person.deepCopy(), "/deviceTime", "\"2026-11-17T09:00:00Z\"");
    assertThat(register(again).statusCode(200).extract().jsonPath().getMap("")).isEqualTo(first);
    assertThat(countResidents(person.at("/name/family").asText())).isOne();
  }

  @Test
  void another_person_cannot_take_an_id_that_is_in_use() {
    var person = woman().put("id", Ids.newId().toString());
    register(person).statusCode(201);
    register(woman().put("id", person.get("id").asText()))
        .statusCode(409)
        .body("code", equalTo("id-in-use"));
  }

  @Test
  void a_known_number_is_refused_and_says_of_whom() {
    var known = woman();
    var id = registered(known);
    register(woman().put("rnokpp", known.get("rnokpp").asText()))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("resident-already-registered"))
        .body("residentId", equalTo(id));
  }

  @Test
  void a_known_number_of_another_territory_does_not_say_of_whom() {
    var known = woman();
    registered(known);
    var stranger =
        woman()
            .put("rnokpp", known.get("rnokpp").asText())
            .put("settlement", TestPeople.SIVERSKODONETSK);
    var token =
        TestTokens.staff("other", Roles.REGISTRAR)
            .within(TestPeople.SIVERSKODONETSK_HROMADA)
            .token();
    register(stranger, token)
        .statusCode(409)
        .body("code", equalTo("resident-already-registered"))
        .body("residentId", nullValue());
  }

  @Test
  void of_many_registrations_of_one_number_at_once_one_succeeds() {
    var rnokpp = newRnokpp();
    var answers = answersTo(12, n -> woman().put("rnokpp", rnokpp));
    assertThat(answers).filteredOn("201 null"::equals).hasSize(1);
    assertThat(answers).filteredOn("409 resident-already-registered"::equals).hasSize(11);
  }

  @Test
  void of_many_copies_of_one_registration_at_once_one_makes_the_resident() {
    var person = woman().put("id", Ids.newId().toString());
    var answers = answersTo(12, n -> person);
    assertThat(answers).filteredOn("201 null"::equals).hasSize(1);
    assertThat(answers).filteredOn("200 null"::equals).hasSize(11);
    assertThat(countResidents(person.at("/name/family").asText())).isOne();
  }

  @Test
  void an_idempotency_key_gets_the_stored_answer() {
    var key = UUID.randomUUID().toString();
    var person = woman();
    var first = withKey(key, person).statusCode(201).extract();
    var second = withKey(key, person).statusCode(201).extract();
    assertThat(second.body().asString()).isEqualTo(first.body().asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    withKey(key, woman()).statusCode(422).body("code", equalTo("idempotency-key-reused"));
    assertThat(countResidents(person.at("/name/family").asText())).isOne();
  }

  @Test
  void a_refused_registration_may_be_mended_under_the_same_key() {
    var key = UUID.randomUUID().toString();
    var person = woman();
    withKey(key, with(person.deepCopy(), "/phone", "\"1\"")).statusCode(422);
    withKey(key, person).statusCode(201);
  }

  @Test
  void a_person_with_only_an_occupation_paper_is_kept_at_that_level() {
    var person = woman();
    with(person, "/documents/0/number", "\"45 10 123456\"");
    with(person, "/documents/0/evidenceLevel", "\"OCCUPATION_ISSUED\"");
    register(person).statusCode(201).body("evidenceLevel", equalTo("OCCUPATION_ISSUED"));
  }

  @Test
  void a_name_in_russian_letters_is_kept_only_as_what_an_occupation_paper_says() {
    var person = withoutNumber();
    with(person, "/name/family", "\"Рыжикова\"");
    with(person, "/documents/0/number", "\"45 10 123457\"");
    with(person, "/documents/0/evidenceLevel", "\"OCCUPATION_ISSUED\"");
    var id = register(person).statusCode(201).extract().<String>path("id");

    state(id, by("ORIGINAL", name("Рижикова"))).statusCode(201);

    show(id, registrar())
        .body("name.family", equalTo("Рижикова"))
        .body("otherNames.name.family", hasItem("Рыжикова"));
    with(person, "/documents/0/evidenceLevel", "\"COPY\"");
    register(person).statusCode(422).body("errors.code", hasItem("letters"));
  }

  @Test
  void everything_that_is_optional_may_be_absent() {
    var person = woman();
    with(person, "/name/patronymic", "");
    with(with(person, "/rnokpp", ""), "/rnokppAbsence", "\"RELIGIOUS_GROUNDS\"");
    for (var optional :
        new String[] {
          "/phone", "/paymentChannel", "/noRussianPension", "/identifiedOn", "/deviceTime"
        }) {
      with(person, optional, "");
    }
    register(person)
        .statusCode(201)
        .body("rnokppAbsence", equalTo("RELIGIOUS_GROUNDS"))
        .body("documents", hasSize(1))
        .body("$", not(hasItems("phone", "paymentChannel", "noRussianPension")));
  }

  private static ValidatableResponse withKey(String key, ObjectNode person) {
    return as(registrar())
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(person.toString().getBytes(StandardCharsets.UTF_8))
        .post(RESIDENTS)
        .then();
  }

  /** Status and problem code, if any, of requests that are all sent at the same moment. */
  private static Collection<String> answersTo(int times, IntFunction<ObjectNode> person) {
    var token = registrar();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, times)
              .mapToObj(person)
              .map(
                  body ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            awaitStart(start);
                            return register(body, token).extract();
                          },
                          threads))
              .toList();
      start.countDown();
      return running.stream()
          .map(CompletableFuture::join)
          .map(answer -> answer.statusCode() + " " + answer.path("code"))
          .toList();
    }
  }

  private static void awaitStart(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int countResidents(String family) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("select count(*) from resident where family = ?")) {
      query.setString(1, family.replace("\u0000", ""));
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
