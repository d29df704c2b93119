package ua.vidnova.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.TestPeople.newFamily;
import static ua.vidnova.registry.TestPeople.newRnokpp;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.imports.Lists.HEADER;
import static ua.vidnova.registry.imports.Lists.IMPORTS;
import static ua.vidnova.registry.imports.Lists.administrator;
import static ua.vidnova.registry.imports.Lists.ended;
import static ua.vidnova.registry.imports.Lists.imported;
import static ua.vidnova.registry.imports.Lists.line;
import static ua.vidnova.registry.imports.Lists.newList;
import static ua.vidnova.registry.imports.Lists.send;
import static ua.vidnova.registry.imports.Lists.show;
import static ua.vidnova.registry.imports.Lists.utf8;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class ImportResourceTest {

  @Inject AgroalDataSource database;

  @Test
  void a_line_becomes_a_listed_resident_whom_nobody_has_identified() {
    var family = newFamily();
    var list = newList();
    imported(
            list,
            HEADER
                + family.toUpperCase()
                + ";ГАННА;ПРИКЛАДІВНА;17.04.1951;;Алчевськ;0500000001;"
                + "ЕК 777888;\n")
        .body("state", equalTo("DONE"))
        .body("lines.added", equalTo(1))
        .body("lines.refused", equalTo(0))
        .body("refusals", empty());
    String id =
        found(family)
            .body("items", hasSize(1))
            .body("items[0].name.family", equalTo(family))
            .body("items[0].listedIn", equalTo(list))
            .extract()
            .path("items[0].id");
    as(registrar())
        .get(RESIDENTS + "/" + id)
        .then()
        .statusCode(200)
        .body("evidenceLevel", equalTo("REGISTER_EXTRACT"))
        .body("identifiedOn", nullValue())
        .body("listedIn", equalTo(list))
        .body("phone", equalTo("+380500000001"))
        .body("documents[0].number", equalTo("ЕК777888"))
        .body("provenance.source", equalTo("LEGACY_LIST"))
        .body("provenance.recordedBy", equalTo("administrator"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-8        | text/csv                      | ; | false | UTF_8
          UTF-8        | text/csv; charset=utf-8       | , | true  | UTF_8
          windows-1251 | text/csv                      | ; | false | WINDOWS_1251
          windows-1251 | text/csv; charset=cp1251      | ; | false | WINDOWS_1251
          UTF-8        | text/csv                      | T | true  | UTF_8
          """)
  void charset_delimiter_and_byte_order_mark_are_found_out(
      String charset, String type, String delimiter, boolean mark, String told) {
    var family = newFamily();
    var text = (mark ? "\uFEFF" : "") + HEADER + line(family, newRnokpp());
    var file = text.replace(";", delimiter.equals("T") ? "\t" : delimiter);
    var bytes = file.getBytes(java.nio.charset.Charset.forName(charset));
    String id =
        send(newList(), bytes, type, false, administrator()).statusCode(202).extract().path("id");
    ended(id).body("lines.added", equalTo(1)).body("charset", equalTo(told));
    found(family).body("items[0].name.family", equalTo(family));
  }

  @Test
  void lines_may_end_in_any_way_and_columns_stand_anywhere() {
    var one = newFamily();
    var two = newFamily();
    imported(
            newList(),
            "№ з/п;Дата народження; ПРІЗВИЩЕ ;Ім`я;По  батькові;РНОКПП;Населений пункт;Телефон;"
                + "Паспорт;№ справи;зайве\r\n"
                + "1;17.04.1951;\""
                + one
                + "\";Ганна;Прикладівна;;Алчевськ;;;;х\r"
                + "\r\n\n"
                + "2;17.04.1951;"
                + two
                + ";Ганна;Прикладівна;;Алчевськ;;;;х;;;")
        .body("lines.added", equalTo(2))
        .body("lines.refused", equalTo(0));
  }

  @Test
  void a_dry_run_reports_and_takes_nobody_over() {
    var family = newFamily();
    var number = newRnokpp();
    var lines = line(family, number) + line().repeat(1) + line(family, number) + ";;;;;;;;\n";
    var file =
        utf8(
            HEADER
                + IntStream.range(0, 10).mapToObj(n -> line()).reduce("", String::concat)
                + lines);
    var list = newList();
    String id =
        send(list, file, "text/csv", true, administrator()).statusCode(202).extract().path("id");
    ended(id)
        .body("dryRun", equalTo(true))
        .body("lines.added", equalTo(12))
        .body("lines.unchanged", equalTo(1))
        .body("lines.refused", equalTo(1));
    found(family).body("items.name.family", not(hasItem(family)));
    assertThat(count("list_import_trial where import_id = '" + id + "'")).isZero();
    String real = send(list, file).statusCode(202).extract().path("id");
    ended(real).body("lines.added", equalTo(12)).body("lines.unchanged", equalTo(1));
  }

  @Test
  void the_same_file_is_known_again_and_the_same_line_in_another_changes_nothing() {
    var list = newList();
    var lines = line() + line();
    var file = utf8(HEADER + lines);
    String first = send(list, file).statusCode(202).extract().path("id");
    ended(first).body("lines.added", equalTo(2));
    send(list, file).statusCode(200).body("id", equalTo(first));
    imported(list, HEADER + lines + line())
        .body("lines.unchanged", equalTo(2))
        .body("lines.added", equalTo(1));
  }

  @Test
  void a_line_with_number_and_name_of_a_resident_becomes_a_statement_about_them() {
    var person = woman();
    var id = registered(person);
    var family = person.at("/name/family").asText();
    var file = HEADER + line(family, person.get("rnokpp").asText());
    imported(newList(), file).body("lines.attached", equalTo(1)).body("lines.added", equalTo(0));
    found(family).body("items.id", equalTo(java.util.List.of(id)));
    assertThat(count("statement where kind = 'LISTED' and resident_id = '" + id + "'")).isOne();
    imported(newList(), file).body("lines.attached", equalTo(1));
    as(ua.vidnova.registry.RegistryApi.staff("auditor"))
        .queryParam("residentId", id)
        .get("/api/registry/v1/audit")
        .then()
        .body("items.action", hasItem("listed"));
  }

  @Test
  void the_number_with_another_name_makes_a_listed_resident_whom_a_person_decides_about() {
    var person = woman();
    registered(person);
    var family = newFamily();
    imported(newList(), HEADER + line(family, person.get("rnokpp").asText()))
        .body("lines.added", equalTo(1));
    found(family).body("items.name.family", hasItem(family));
  }

  @Test
  void somebody_who_is_only_listed_can_be_registered_with_their_number() {
    var person = woman();
    var family = person.at("/name/family").asText();
    imported(newList(), HEADER + line(family, person.get("rnokpp").asText()));
    registered(person);
    found(family).body("items", hasSize(2)).body("items.listedIn", hasItem(nullValue()));
  }

  @Test
  void two_lists_that_agree_on_number_and_name_make_one_listed_resident() {
    var family = newFamily();
    var file = HEADER + line(family, newRnokpp());
    imported(newList(), file).body("lines.added", equalTo(1));
    imported(newList(), file).body("lines.attached", equalTo(1));
    found(family).body("items", hasSize(1));
  }

  @Test
  void a_list_that_says_otherwise_of_the_same_person_adds_a_statement() {
    var list = newList();
    var number = newRnokpp();
    var family = newFamily();
    imported(list, HEADER + line(family, number));
    imported(list, HEADER + line(newFamily(), number) + line(newFamily(), number))
        .body("lines.restated", equalTo(2));
    found(family).body("items", hasSize(1));
  }

  @Test
  void one_number_of_two_people_in_a_list_refuses_the_second() {
    var number = newRnokpp();
    imported(
            newList(),
            HEADER + line(newFamily(), number) + line(newFamily(), number).replace("Ганна", "Віра"))
        .body("lines.added", equalTo(1))
        .body("lines.refused", equalTo(1))
        .body("refusals[0].code", equalTo("number-of-another"));
  }

  @Test
  void hostile_lines_are_refused_one_by_one_and_the_report_repeats_nothing_of_them() {
    var good = newFamily();
    var lines =
        new String[] {
          "=cmd|'/c calc'!A0;Ганна;Прикладівна;17.04.1951;;Алчевськ;;;",
          "Тес\u0000тенко;Ганна;Прикладівна;17.04.1951;;Алчевськ;;;",
          "\"Тестенко;Ганна;Прикладівна;17.04.1951;;Алчевськ;;;",
          "Тестенко;Ганна",
          "Т" + "е".repeat(9000) + ";Ганна;Прикладівна;17.04.1951;;Алчевськ;;;",
          "Тестенко'); drop table resident; --;Ганна;Прикладівна;17.04.1951;;Алчевськ;;;;;;;",
          "Тестенко;Ганна;Прикладівна;17.04.1951;1873412345;Алчевськ;;;",
          "Тестенко;Ганна;Прикладівна;30.02.1951;;Алчевськ;;;",
          "\\N;\\.;Прикладівна;17.04.1951;;Алчевськ;;;",
          good + ";Ганна;Прикладівна;17.04.1951;;Алчевськ;123;щось;{\"a\\tb\"}"
        };
    var answer = imported(newList(), HEADER + String.join("\n", lines));
    answer
        .body("state", equalTo("DONE"))
        .body("lines.added", equalTo(1))
        .body("lines.refused", equalTo(9))
        .body(
            "refusals.code",
            hasItems(
                "formula",
                "control-character",
                "malformed-line",
                "column-count",
                "line-too-long",
                "checksum",
                "not-a-date",
                "letters"))
        .body("omissions.code", containsInAnyOrder("not-a-phone", "not-a-passport"));
    var findings =
        as(administrator()).get(IMPORTS + "/" + answer.extract().path("id") + "/findings");
    findings
        .then()
        .statusCode(200)
        .body("items.line", hasItems(2, 3, 11))
        .body(
            "items[0].keySet()",
            containsInAnyOrder("line", "field", "code", "message", "omission"));
    assertThat(findings.asString()).doesNotContain("Тестенко", "1873412345", "calc", good);
    found(good).body("items", hasSize(1));
  }

  @Test
  void findings_are_paged_and_only_the_first_are_kept() {
    String id = imported(newList(), HEADER + ";;;;;;;;\n".repeat(30)).extract().path("id");
    show(id).body("refusals.find { it.code == 'required' }.lines", equalTo(30));
    var lines = new ArrayList<Integer>();
    String next = null;
    do {
      var page =
          as(administrator())
              .queryParam("limit", 7)
              .queryParams(next == null ? java.util.Map.of() : java.util.Map.of("after", next))
              .get(IMPORTS + "/" + id + "/findings")
              .then()
              .statusCode(200)
              .extract();
      lines.addAll(page.path("items.line"));
      next = page.path("next");
    } while (next != null);
    assertThat(lines).hasSize(20).isSorted();
  }

  @Test
  void a_file_without_the_header_of_the_mapping_is_refused_and_leaves_nothing() {
    var list = newList();
    send(list, utf8(HEADER.replace("РНОКПП", "Номер").replace("Телефон", "Паспорт") + line()))
        .statusCode(400)
        .body("code", equalTo("header"))
        .body("errors.field", hasItems("RNOKPP", "PHONE", "PASSPORT"))
        .body("errors.code", hasItems("missing-column", "repeated-column"));
    send(list, utf8(line())).statusCode(400).body("code", equalTo("header"));
    send(list, new byte[0]).statusCode(400).body("code", equalTo("header"));
    assertThat(count("list_import where mapping = '" + list + "'")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1251 | text/csv; charset=utf-8        | 400 | not-utf-8
          UTF-8        | text/csv; charset=windows-1251 | 400 | not-windows-1251
          UTF-16       | text/csv                       | 400 | unsupported-charset
          UTF-8        | text/csv; charset=koi8-u       | 415 | unsupported-charset
          UTF-8        | application/json               | 415 | unsupported-media-type
          """)
  void a_file_in_another_charset_than_it_says_is_refused(
      String charset, String type, int status, String code) {
    var bytes = (HEADER + line()).getBytes(java.nio.charset.Charset.forName(charset));
    send(newList(), bytes, type, false, administrator())
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }

  @Test
  void a_list_needs_a_mapping_that_is_there() {
    send("no-such-list", utf8(HEADER + line())).statusCode(404).body("code", equalTo("not-found"));
    as(administrator())
        .header("Content-Type", "text/csv")
        .body(utf8(HEADER))
        .post(IMPORTS)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("mapping"));
  }

  @Test
  void an_import_waits_shows_where_it_is_and_can_be_cancelled() throws Exception {
    var family = newFamily();
    String id;
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtextextended('list-import', 0))");
      try {
        id =
            send(newList(), utf8(HEADER + line(family, newRnokpp())))
                .statusCode(202)
                .extract()
                .path("id");
        show(id)
            .body("state", equalTo("WAITING"))
            .body("bytesDone", equalTo(utf8(HEADER).length))
            .body("lastLine", equalTo(1));
        cancel(id).statusCode(200).body("state", equalTo("CANCELLED"));
      } finally {
        statement.execute("select pg_advisory_unlock(hashtextextended('list-import', 0))");
      }
    }
    cancel(id).statusCode(409).body("code", equalTo("import-ended"));
    cancel("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01").statusCode(404);
    found(family).body("items.name.family", not(hasItem(family)));
    assertThat(count("list_import_piece where import_id = '" + id + "'")).isZero();
  }

  @Test
  void imports_are_listed_newest_first() {
    var list = newList();
    String first = imported(list, HEADER + line()).extract().path("id");
    String second = imported(list, HEADER + line()).extract().path("id");
    as(administrator())
        .queryParam("limit", 2)
        .get(IMPORTS)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(Arrays.asList(second, first)))
        .body("items[0].startedBy", equalTo("administrator"))
        .body("items.lines", everyItem(not(nullValue())));
  }

  @Test
  void a_file_is_forgotten_as_soon_as_its_import_has_ended() {
    String id = imported(newList(), HEADER + line()).extract().path("id");
    assertThat(count("list_import_piece where import_id = '" + id + "'")).isZero();
  }

  @Test
  void what_an_import_brought_is_compared_with_everybody() throws Exception {
    imported(newList(), HEADER + line());
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(
            () ->
                count(
                        "list_import where state = 'DONE' and not dry_run and not matched and added > 0")
                    == 0);
    assertThat(count("matching_run")).isPositive();
  }

  private static ValidatableResponse cancel(String id) {
    return as(administrator()).post(IMPORTS + "/" + id + "/cancellation").then();
  }

  private static ValidatableResponse found(String q) {
    return as(registrar()).queryParam("q", q).get(RESIDENTS).then().statusCode(200);
  }

  private long count(String from) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      var row = statement.executeQuery("select count(*) from " + from);
      row.next();
      return row.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
