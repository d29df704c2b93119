package ua.vidnova.payments.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class IdentificationResourceTest {

  private static final String OTHER_HROMADA = "UA44040010000091230";

  @Test
  void a_video_call_is_appointed_held_and_clears_what_had_run_out() {
    var person = lastIdentifiedLastYear();
    var resumption = Payments.awaitResumption(person.residentId());
    Payments.get(Payments.officer(), "resumptions/" + resumption)
        .then()
        .body("openConditions.code", contains("IDENTIFICATION_OUTDATED", "DECLARATION_OUTDATED"))
        .body("identifiedOn", equalTo(Payments.today().minusYears(1).toString()));

    var appointed =
        record(
            person,
            Map.of(
                "method", "VIDEO",
                "appointedFor", "2026-12-01T09:00:00Z",
                "signLanguage", true));
    appointed
        .then()
        .statusCode(201)
        .body("result", nullValue())
        .body("signLanguage", equalTo(true));
    decide(appointed.path("id"), passed())
        .then()
        .statusCode(200)
        .body("result", equalTo("PASSED"))
        .body("decidedBy", equalTo("officer-1"));

    Payments.get(Payments.officer(), "resumptions/" + resumption)
        .then()
        .body("openConditions", hasSize(0))
        .body("identifiedOn", equalTo(Payments.today().toString()))
        .body("declaredOn", equalTo(Payments.today().toString()));
    decide(appointed.path("id"), passed())
        .then()
        .statusCode(409)
        .body("code", equalTo("decided-before"));
    Payments.get(
            Payments.auditor(), "residents/" + person.residentId() + "/identifications?limit=1")
        .then()
        .statusCode(200)
        .body("items.method", contains("VIDEO"))
        .body("next", nullValue());
  }

  @Test
  void one_that_failed_counts_for_nothing() {
    var person = lastIdentifiedLastYear();
    var resumption = Payments.awaitResumption(person.residentId());

    record(
            person,
            Map.of(
                "method", "DIIA_SIGNATURE",
                "heldOn", Payments.today().toString(),
                "result", "FAILED"))
        .then()
        .statusCode(201);

    Payments.get(Payments.officer(), "resumptions/" + resumption)
        .then()
        .body("openConditions.code", contains("IDENTIFICATION_OUTDATED", "DECLARATION_OUTDATED"));
  }

  @Test
  void names_each_fault() {
    var person = lastIdentifiedLastYear();
    Payments.awaitResumption(person.residentId());

    faults(person, Map.of("method", "IN_PERSON"), "result:required", "heldOn:required");
    faults(person, Map.of("method", "VIDEO"), "result:required", "heldOn:required");
    faults(
        person,
        Map.of(
            "method", "IN_PERSON",
            "heldOn", Payments.today().plusDays(1).toString(),
            "result", "PASSED"),
        "heldOn:in-future");
    faults(
        person,
        Map.of("method", "IN_PERSON", "heldOn", Payments.today().toString()),
        "result:required");
    faults(
        person,
        Map.of(
            "method",
            "IN_PERSON",
            "heldOn",
            Payments.today().toString(),
            "result",
            "FAILED",
            "declared",
            true),
        "declared:not-passed");
    record(person, Map.of("heldOn", Payments.today().toString(), "result", "PASSED"))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("method"));
    record(person, Map.of("method", "TELEPATHY")).then().statusCode(400);
  }

  @Test
  void only_officers_record_and_only_of_their_own_residents() {
    var person = Person.anyone();
    Payments.opened(person);
    var path = "residents/" + person.residentId() + "/identifications";
    var far =
        TestTokens.staff("far", Roles.PAYMENTS_OFFICER, Roles.AUDITOR)
            .within(OTHER_HROMADA)
            .token();

    Payments.post(far, path, held()).then().statusCode(404);
    Payments.get(far, path).then().statusCode(404);
    Payments.post(far, "identifications/" + recorded(person) + "/result", passed())
        .then()
        .statusCode(404);
    Payments.post(Payments.officer(), "residents/" + UUID.randomUUID() + "/identifications", held())
        .then()
        .statusCode(404);
    for (var token : List.of(Payments.approver(), Payments.auditor(), registrar())) {
      Payments.post(token, path, held()).then().statusCode(403);
    }
    for (var token : List.of(registrar(), Payments.ukrposhta())) {
      Payments.get(token, path).then().statusCode(403);
    }
  }

  private static void faults(Person person, Map<String, ?> body, String... expected) {
    var errors = record(person, body).then().statusCode(422).extract().jsonPath();
    var found = new ArrayList<String>();
    for (var i = 0; i < errors.getList("errors").size(); i++) {
      found.add(
          errors.getString("errors[" + i + "].field")
              + ":"
              + errors.getString("errors[" + i + "].code"));
    }
    assertThat(found).containsExactly(expected);
  }

  private static String recorded(Person person) {
    return record(person, held()).then().statusCode(201).extract().path("id");
  }

  private static Map<String, ?> held() {
    var body = new HashMap<String, Object>(passed());
    body.remove("declared");
    body.put("method", "IN_PERSON");
    return body;
  }

  private static Map<String, ?> passed() {
    return Map.of("heldOn", Payments.today().toString(), "result", "PASSED", "declared", true);
  }

  private static Response record(Person person, Map<String, ?> body) {
    return Payments.post(
        Payments.officer(), "residents/" + person.residentId() + "/identifications", body);
  }

  private static Response decide(String id, Map<String, ?> body) {
    return Payments.post(Payments.officer(), "identifications/" + id + "/result", body);
  }

  private static Person lastIdentifiedLastYear() {
    var person = Person.anyone();
    Payments.importLines(person.line()).then().statusCode(201);
    var lastYear = Payments.today().minusYears(1).toString();
    Told.identified(
        person,
        identity -> {
          identity.put("identifiedOn", lastYear);
          identity.put("noRussianPensionDeclaredOn", lastYear);
        });
    return person;
  }

  private static String registrar() {
    return TestTokens.staff("registrar", Roles.REGISTRAR).within(Person.OBLAST).token();
  }
}
