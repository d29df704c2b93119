package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.countOf;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** Bodies that cannot be read, and bodies that can but must not be kept. */
@QuarkusTest
@WithPlatform
class VisitsHostileBodiesResourceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "residentId | ~                                      | residentId            | required",
        "settlement | ~                                      | settlement            | required",
        "settlement | \"UA44000000000018893\"                | settlement            | not-a-settlement",
        "startedAt  | ~                                      | startedAt             | required",
        "startedAt  | \"2999-01-01T00:00:00Z\"               | startedAt             | in-the-future",
        "startedAt  | \"1999-01-01T00:00:00Z\"               | startedAt             | too-old",
        "endedAt    | \"1999-01-01T00:00:00Z\"               | endedAt               | not-after-start",
        "outcome    | ~                                      | outcome               | required",
        "outcome    | {}                                     | outcome.kind          | required",
        "outcome    | {\"kind\":\"DECEASED\"}                | outcome.diedOn        | required",
        "outcome    | {\"kind\":\"FOLLOW_UP\"}               | outcome.followUpOn    | required",
        "outcome    | {\"kind\":\"REFERRED\",\"referralTo\":\" \"} | outcome.referralTo | required",
        "outcome    | {\"kind\":\"DECEASED\",\"diedOn\":\"2999-01-01\"} | outcome.diedOn | after-visit",
        "id         | \"5f0c2f4e-6b0a-4b8e-9a53-3f5b6a1f0c11\" | id                  | not-uuid-v7",
        "vitals     | {\"temperatureC\": 366}                | vitals.temperatureC   | implausible",
        "vitals     | {\"temperatureC\": 36.61}              | vitals.temperatureC   | too-precise",
        "vitals     | {\"pulsePerMinute\": 0}                | vitals.pulsePerMinute | implausible",
        "vitals     | {\"systolicMmHg\":80,\"diastolicMmHg\":120} | vitals.diastolicMmHg | not-below-systolic",
        "reasons    | [{\"text\":\"x\"}]                     | reasons[0].code       | required",
        "reasons    | [{\"code\":\"не код\"}]                | reasons[0].code       | not-a-code",
        "reasons    | [{\"code\":\"A01\"},{\"code\":\"A01\"}] | reasons[1].code      | repeated",
        "reasons    | [null]                                 | reasons[0]            | required",
      })
  void a_field_that_is_not_acceptable_is_named(
      String member, String json, String field, String code) {
    var visit = visitOf(TestResidents.living());
    refusedField(send(jsonWith(visit, member, json)), field, code);
    assertThat(countOf(visit)).isZero();
  }

  @Test
  void a_complaint_that_is_too_long_is_refused() {
    var visit = visitOf(TestResidents.living());
    refusedField(send(with(visit, "complaint", "а".repeat(4001))), "complaint", "size");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "residentId | \"nobody\"                              | wrong-type",
        "startedAt  | \"yesterday\"                           | wrong-type",
        "startedAt  | 1795000000                              | wrong-type",
        "startedAt  | \"+999999999-01-01T00:00:00Z\"          | wrong-type",
        "outcome    | {\"kind\":\"CURED\"}                    | wrong-type",
        "outcome    | {\"kind\":0}                            | wrong-type",
        "outcome    | \"TREATED\"                             | wrong-type",
        "outcome    | {\"kind\":\"DECEASED\",\"diedOn\":\"2026-02-30\"} | wrong-type",
        "outcome    | {\"kind\":\"DECEASED\",\"diedOn\":20000} | wrong-type",
        "outcome    | {\"kind\":\"DECEASED\",\"diedOn\":[2026,11,1]} | wrong-type",
        "vitals     | {\"temperatureC\":\"36.6\"}             | wrong-type",
        "vitals     | {\"temperatureC\":true}                 | wrong-type",
        "vitals     | {\"temperatureC\":1e400}                | wrong-type",
        "vitals     | {\"temperatureC\":-1e999999999}         | wrong-type",
        "vitals     | {\"temperatureC\":1e-99999999}          | wrong-type",
        "vitals     | {\"temperatureC\":[36.6]}               | wrong-type",
        "vitals     | {\"temperatureC\":NaN}                  | malformed-json",
        "vitals     | {\"temperatureC\":Infinity}             | malformed-json",
        "vitals     | {\"temperatureF\":98.6}                 | unknown-field",
        "reasons    | {\"code\":\"A01\"}                      | wrong-type",
        "complaint  | 5                                       | wrong-type",
        "complaint  | [\"Болить\"]                            | wrong-type",
        "diagnosis  | \"K86\"                                 | unknown-field",
        "complaint  | \"Болить                                | malformed-json",
      })
  void a_body_that_cannot_be_read_is_refused(String member, String json, String code) {
    var visit = visitOf(TestResidents.living());
    problem(send(jsonWith(visit, member, json)), 400, code);
    assertThat(countOf(visit)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"complaint", "reason", "referral"})
  void text_that_no_database_keeps_is_refused(String where) {
    for (var bad : List.of("\\u0000", "\\ud800")) {
      var visit = visitOf(TestResidents.living());
      var body =
          switch (where) {
            case "complaint" -> jsonWith(visit, "complaint", "\"Болить" + bad + "\"");
            case "reason" ->
                jsonWith(visit, "reasons", "[{\"code\":\"A01\",\"text\":\"" + bad + "\"}]");
            default ->
                jsonWith(
                    visit, "outcome", "{\"kind\":\"REFERRED\",\"referralTo\":\"" + bad + "\"}");
          };
      assertThat(send(body).extract().statusCode()).as(where + bad).isIn(400, 422);
      assertThat(countOf(visit)).isZero();
    }
  }

  @Test
  void broken_utf8_is_refused() {
    var visit = visitOf(TestResidents.living());
    var bytes = jsonWith(visit, "complaint", "\"#\"").getBytes(StandardCharsets.UTF_8);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xff;
    problem(send(bytes), 400, "malformed-json");
  }

  @Test
  void an_oversize_body_and_a_wrong_type_are_refused() {
    var visit = visitOf(TestResidents.living());
    problem(send(with(visit, "complaint", "а".repeat(1_000_000))), 413, "too-large");
    problem(
        asMedic().contentType(ContentType.TEXT).body("visit").post(VISITS).then(),
        415,
        "unsupported-media-type");
    problem(send("null"), 422, "invalid");
    problem(send("[]"), 400, "malformed-json");
  }

  /** The visit as JSON with one member given as raw JSON; ~ takes it out. */
  private static String jsonWith(Map<String, Object> visit, String member, String json) {
    var others = with(visit, member, null);
    if (json.equals("~")) {
      return TestVisits.json(others);
    }
    var text = TestVisits.json(others);
    return text.substring(0, text.length() - 1) + ",\"" + member + "\":" + json + "}";
  }
}
