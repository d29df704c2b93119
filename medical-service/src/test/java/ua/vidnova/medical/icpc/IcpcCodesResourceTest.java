package ua.vidnova.medical.icpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.diagnosis;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** The operator's dictionary: invented codes with invented names, and files that are no such. */
@QuarkusTest
@WithPlatform
class IcpcCodesResourceTest {

  private static final String CODES = "/api/medical/v1/icpc-codes";
  private static final String HEADER = "code,kind,nameUk,nameEn,withdrawnOn\n";
  private static final String DICTIONARY =
      HEADER
          + """
          K85,REASON,"Вигадана причина, з комою",Invented reason,
          K86,DIAGNOSIS,Вигаданий діагноз,,
          K87,DIAGNOSIS,Давній діагноз,Old diagnosis,2020-01-01
          A97,ANY,Будь-що 100%,Anything,
          -30,ACTION,Вигадана дія,Invented action,
          """;

  @Inject AgroalDataSource database;

  /** Other tests record visits with codes of their own: the dictionary is empty between tests. */
  @BeforeEach
  @AfterEach
  void no_dictionary() throws SQLException {
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement("delete from icpc_code")) {
      delete.executeUpdate();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void a_dictionary_is_loaded_whatever_the_end_of_line(String end) {
    load(DICTIONARY.replace("\n", end)).statusCode(200).body("codes", equalTo(5));
    found("").body("items.code", contains("-30", "A97", "K85", "K86", "K87"));
    found("k85")
        .body("items[0].nameUk", equalTo("Вигадана причина, з комою"))
        .body("items[0].kind", equalTo("REASON"))
        .body("items[0].withdrawnOn", nullValue());
    found("K87").body("items[0].withdrawnOn", equalTo("2020-01-01"));
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    load("\uFEFF" + DICTIONARY).statusCode(200).body("codes", equalTo(5));
  }

  @Test
  void codes_are_found_by_their_beginning_and_by_a_part_of_a_name() {
    load(DICTIONARY).statusCode(200);
    found("K8").body("items.code", contains("K85", "K86", "K87"));
    found("8").body("items", empty());
    found("ДІАГНОЗ").body("items.code", contains("K86", "K87"));
    found("invented").body("items.code", contains("-30", "K85"));
    found("100%").body("items.code", contains("A97"));
    found("%").body("items.code", contains("A97"));
    found("_").body("items", empty());
    asMedic()
        .queryParam("kind", "ACTION")
        .get(CODES)
        .then()
        .statusCode(200)
        .body("items.code", contains("-30", "A97"));
    var page = asMedic().queryParam("limit", 2).get(CODES).then().body("items", hasSize(2));
    asMedic()
        .queryParam("limit", 2)
        .queryParam("after", page.extract().<String>path("next"))
        .get(CODES)
        .then()
        .body("items.code", contains("K85", "K86"));
    problem(asMedic().queryParam("q", "x".repeat(101)).get(CODES).then(), 400, "bad-parameter");
    problem(asMedic().queryParam("kind", "MAGIC").get(CODES).then(), 400, "bad-parameter");
  }

  @Test
  void a_file_takes_the_place_of_the_whole_dictionary() {
    load(DICTIONARY).statusCode(200);
    load(HEADER + "Z99,ANY,Інше,,\n").statusCode(200).body("codes", equalTo(1));
    found("").body("items.code", contains("Z99"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "K86,DIAGNOSIS,Ще раз,,            ; lines[6].code        ; repeated",
        "К88,DIAGNOSIS,Кирилична К,,       ; lines[6].code        ; not-a-code",
        ",DIAGNOSIS,Без коду,,             ; lines[6].code        ; not-a-code",
        "ABCDEFGHIJKLMNOPQ,ANY,Довгий,,    ; lines[6].code        ; not-a-code",
        "K89,SYMPTOM,Інший вид,,           ; lines[6].kind        ; not-a-kind",
        "K89,ANY,' ',,                     ; lines[6].nameUk      ; required",
        "K89,ANY,Назва,,2026-02-30         ; lines[6].withdrawnOn ; not-a-date",
        "K89,ANY,Назва                     ; lines[6]             ; column-count",
        "K89,ANY,Назва,,,зайве             ; lines[6]             ; column-count",
      },
      quoteCharacter = '`')
  void one_bad_line_leaves_the_dictionary_as_it_was(String line, String field, String code) {
    load(HEADER + "Z99,ANY,Інше,,\n").statusCode(200);
    refusedField(load(DICTIONARY + line.replace("' '", " ") + "\n"), field, code);
    found("").body("items.code", contains("Z99"));
  }

  @Test
  void every_bad_line_is_named_up_to_a_hundred() {
    refusedField(load(HEADER + "К1,X,,,\n".repeat(100_000)), "lines[100].code", "not-a-code");
    load(HEADER + "К1,X,,,\n".repeat(100_000)).body("errors", hasSize(100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "code;kind;nameUk;nameEn;withdrawnOn\n",
        "code,kind,nameUk\nK85,ANY,Назва\n",
        "K85,ANY,Назва,,\n",
        "{\"codes\":[]}"
      })
  void another_header_is_refused(String file) {
    problem(load(file), 400, "header");
  }

  @Test
  void a_file_without_codes_is_refused() {
    refusedField(load(HEADER), "lines", "required");
  }

  @Test
  void what_is_no_such_file_is_refused() {
    problem(loadBytes(DICTIONARY.getBytes(Charset.forName("windows-1251"))), 400, "not-utf-8");
    problem(load(DICTIONARY + "\"K89,ANY,лапка"), 400, "malformed-csv");
    problem(load(HEADER + "K,ANY,Назва,,\n".repeat(800_000)), 413, "too-large");
    problem(
        as(administrator()).contentType("application/json").body("{}").put(CODES).then(),
        415,
        "unsupported-media-type");
    found("").body("items", empty());
  }

  @Test
  void a_large_file_of_one_line_is_refused() {
    problem(loadBytes(new byte[10_000_000]), 413, "too-large");
  }

  @Test
  void while_there_is_no_dictionary_codes_are_taken_as_they_come() {
    send(visitOf(TestResidents.living())).statusCode(201);
  }

  @Test
  void once_there_is_one_each_code_is_looked_up_for_its_purpose() {
    load(DICTIONARY).statusCode(200);
    var visit = visitOf(TestResidents.living());
    send(visit).statusCode(201);
    var other = visitOf(TestResidents.living());
    refusedField(
        send(with(other, "reasons", List.of(Map.of("code", "X99")))),
        "reasons[0].code",
        "unknown-code");
    refusedField(
        send(with(other, "reasons", List.of(Map.of("code", "K86")))),
        "reasons[0].code",
        "unknown-code");
    refusedField(
        send(with(other, "diagnoses", List.of(diagnosis("PRIMARY", "K87")))),
        "diagnoses[0].code",
        "unknown-code");
    refusedField(
        send(with(other, "actions", List.of(Map.of("code", "-31")))),
        "actions[0].code",
        "unknown-code");
    refusedField(
        send(
            with(
                other,
                "chronicConditions",
                List.of(Map.of("code", "T90", "text", "Діабет", "status", "ACTIVE")))),
        "chronicConditions[0].code",
        "unknown-code");
    send(with(
            with(other, "diagnoses", List.of(diagnosis("PRIMARY", "A97"))),
            "chronicConditions",
            List.of(Map.of("text", "Діабет", "status", "ACTIVE"))))
        .statusCode(201);
    load(HEADER + "Z99,ANY,Інше,,\n").statusCode(200);
    send(visit).statusCode(200);
  }

  @Test
  void only_administrators_load_and_only_medics_and_they_look_up() {
    for (var role :
        List.of(
            Roles.MEDIC, Roles.REGISTRAR, Roles.BRIGADE_LEAD, Roles.COORDINATOR, Roles.AUDITOR)) {
      var token = TestTokens.staff("other-1", role).token();
      as(token).contentType("text/csv").body(DICTIONARY).put(CODES).then().statusCode(403);
      as(token).get(CODES).then().statusCode(role.equals(Roles.MEDIC) ? 200 : 403);
    }
    as(administrator()).get(CODES).then().statusCode(200);
    RestAssured.given().contentType("text/csv").body(DICTIONARY).put(CODES).then().statusCode(401);
    RestAssured.get(CODES).then().statusCode(401);
    found("").body("items", empty());
  }

  @Test
  void a_withdrawn_code_is_right_for_the_days_before() {
    var code = new IcpcCode("K87", IcpcCode.Kind.DIAGNOSIS, "x", null, LocalDate.of(2026, 3, 1));
    assertThat(code.isFor(IcpcCode.Kind.DIAGNOSIS, LocalDate.of(2026, 2, 28))).isTrue();
    assertThat(code.isFor(IcpcCode.Kind.DIAGNOSIS, LocalDate.of(2026, 3, 1))).isFalse();
  }

  private static String administrator() {
    return TestTokens.staff("administrator-1", Roles.ADMINISTRATOR).token();
  }

  private static ValidatableResponse load(String file) {
    return loadBytes(file.getBytes(StandardCharsets.UTF_8));
  }

  private static ValidatableResponse loadBytes(byte[] file) {
    return as(administrator()).contentType("text/csv").body(file).put(CODES).then();
  }

  private static ValidatableResponse found(String words) {
    return asMedic().queryParam("q", words).get(CODES).then().statusCode(200);
  }
}
