package ua.vidnova.payments.awardimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

@QuarkusTest
@WithPlatform
class AwardImportResourceTest {

  @Inject Books books;

  @Test
  void keeps_each_good_line_as_a_dormant_award() {
    var person = Person.anyone();

    Payments.importLines(person.line())
        .then()
        .statusCode(201)
        .header("Location", notNullValue())
        .body("accepted", equalTo(1))
        .body("unchanged", equalTo(0))
        .body("refused", equalTo(0))
        .body("refusedLines", hasSize(0));

    assertThat(books.awardStateOf(person)).isEqualTo("DORMANT");
    assertThat(awards(person)).isEqualTo(1);
    assertThat(
            books.count(
                "select monthly_amount_minor as count from award where rnokpp = ?",
                person.rnokpp()))
        .isEqualTo(346_025);
  }

  @Test
  void one_bad_line_stops_no_other_and_is_named_without_what_stood_in_it() {
    var good = Person.anyone();
    var later = Person.anyone();
    var bad = Person.anyone();
    var wrongNumber = bad.line().replace(bad.rnokpp(), "1234567890");

    var answer =
        Payments.importLines(good.line(), wrongNumber, later.line())
            .then()
            .statusCode(201)
            .body("accepted", equalTo(2))
            .body("refused", equalTo(1))
            .body("refusedLines[0].line", equalTo(3))
            .body("refusedLines[0].field", equalTo("rnokpp"))
            .body("refusedLines[0].code", equalTo("checksum"))
            .body("refusedLines[0].message", notNullValue())
            .extract()
            .asString();

    assertThat(answer).doesNotContain("1234567890").doesNotContain("Вигаданенко");
    assertThat(awards(good)).isEqualTo(1);
    assertThat(awards(later)).isEqualTo(1);
  }

  @Test
  void the_same_file_again_changes_nothing() {
    var content =
        Payments.HEADER + "\n" + Person.anyone().line() + "\n" + Person.anyone().line() + "\nbad\n";
    var first = Payments.importFile(content).then().statusCode(201).extract().jsonPath();
    var importsBefore = books.count("select count(*) as count from award_import");

    Payments.importFile(content)
        .then()
        .statusCode(200)
        .body("id", equalTo(first.getString("id")))
        .body("accepted", equalTo(0))
        .body("unchanged", equalTo(2))
        .body("refused", equalTo(1));

    assertThat(books.count("select count(*) as count from award_import")).isEqualTo(importsBefore);
    Payments.get(Payments.pensionFund(), "award-imports/" + first.getString("id"))
        .then()
        .body("accepted", equalTo(2))
        .body("refused", equalTo(1));
  }

  @Test
  void the_same_lines_in_another_file_change_nothing_either() {
    var one = Person.anyone();
    var other = Person.anyone();
    Payments.importLines(one.line(), other.line()).then().statusCode(201);

    Payments.importLines(other.line(), one.line())
        .then()
        .statusCode(201)
        .body("accepted", equalTo(0))
        .body("unchanged", equalTo(2));
  }

  @Test
  void a_changed_line_for_a_known_award_is_refused_and_the_award_stands() {
    var person = Person.anyone();
    Payments.importLines(person.line());

    Payments.importLines(person.withAmount("9999.99").line())
        .then()
        .statusCode(201)
        .body("accepted", equalTo(0))
        .body("refusedLines[0].code", equalTo("award-differs"))
        .body("refusedLines[0].line", equalTo(2));

    assertThat(
            books.count(
                "select monthly_amount_minor as count from award where rnokpp = ?",
                person.rnokpp()))
        .isEqualTo(346_025);
  }

  @Test
  void a_person_twice_in_one_file_is_one_award() {
    var person = Person.anyone();

    Payments.importLines(person.line(), person.line(), person.withAmount("1.00").line())
        .then()
        .body("accepted", equalTo(1))
        .body("unchanged", equalTo(1))
        .body("refused", equalTo(1))
        .body("refusedLines[0].line", equalTo(4))
        .body("refusedLines[0].code", equalTo("award-differs"));
  }

  @Test
  void another_organisation_may_know_the_same_person() {
    var person = Person.anyone();
    Payments.importLines(person.line()).then().body("accepted", equalTo(1));

    Payments.importBytes(
            TestTokens.partner("other-fund", "14360570", "payments.awards:write"),
            "text/csv",
            (Payments.HEADER + "\n" + person.line()).getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(201)
        .body("accepted", equalTo(1));
  }

  @Test
  void takes_a_byte_order_mark_crlf_blank_lines_quotes_and_columns_in_another_order() {
    var person = Person.anyone();
    var columns = new ArrayList<>(List.of(Payments.HEADER.split(",")));
    var fields = new ArrayList<>(List.of(person.line().split(",")));
    Collections.reverse(columns);
    Collections.reverse(fields);

    Payments.importFile(
            "\uFEFF"
                + String.join(",", columns)
                + "\r\n\r\n\""
                + String.join("\",\"", fields)
                + "\"\r\n")
        .then()
        .statusCode(201)
        .body("accepted", equalTo(1))
        .body("refused", equalTo(0));
  }

  @Test
  void takes_a_person_without_a_patronymic() {
    var person = Person.anyone();

    Payments.importLines(person.line().replace("Прикладівна", ""))
        .then()
        .body("accepted", equalTo(1));

    assertThat(
            books.count(
                "select count(*) as count from award where rnokpp = ? and patronymic is null",
                person.rnokpp()))
        .isEqualTo(1);
  }

  @Test
  void hostile_lines_are_refused_one_by_one() {
    var good = Person.anyone();
    var line = Person.anyone().line();
    Payments.importLines(
            line.replace("Ганна", "Га\u0000нна"),
            "x".repeat(1_000_000),
            line + ",extra",
            "\"unbalanced," + line,
            line.replace("Ганна", "\"two\nlines\""),
            line.replace("Вигаданенко", "=HYPERLINK(1)"),
            good.line())
        .then()
        .statusCode(201)
        .body("accepted", equalTo(1))
        .body("refused", equalTo(7))
        .body(
            "refusedLines.code",
            equalTo(
                List.of(
                    "control-character",
                    "line-too-long",
                    "column-count",
                    "malformed-line",
                    "malformed-line",
                    "column-count",
                    "not-a-name")));
    assertThat(awards(good)).isEqualTo(1);
  }

  @Test
  void refuses_a_file_that_is_not_utf_8_and_keeps_nothing_of_it() {
    var person = Person.anyone();
    var content = Payments.HEADER + "\n" + person.line() + "\n" + Person.anyone().line();

    Payments.importBytes(content.getBytes(Charset.forName("windows-1251")))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("not-utf-8"));

    assertThat(awards(person)).isZero();
  }

  @Test
  void bad_bytes_at_the_end_undo_the_whole_file() {
    var person = Person.anyone();
    var good = (Payments.HEADER + "\n" + person.line() + "\n").getBytes(StandardCharsets.UTF_8);
    var bytes = Arrays.copyOf(good, good.length + 2);
    bytes[good.length] = (byte) 0xC3;
    bytes[good.length + 1] = (byte) 0x28;

    Payments.importBytes(bytes).then().statusCode(400).body("code", equalTo("not-utf-8"));

    assertThat(awards(person)).isZero();
  }

  @Test
  void names_the_columns_that_are_missing_unknown_or_repeated() {
    Payments.importFile(
            Payments.HEADER.replace("fault", "fault,fault").replace("settlement", "town") + "\n")
        .then()
        .statusCode(400)
        .body("code", equalTo("header"))
        .body("errors.field", equalTo(List.of("fault", "column 11", "settlement")))
        .body(
            "errors.code", equalTo(List.of("repeated-column", "unknown-column", "missing-column")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "not,a,header\n", "<html></html>", "{\"json\":true}"})
  void refuses_what_has_no_header_of_the_format(String content) {
    Payments.importFile(content)
        .then()
        .statusCode(400)
        .body("code", equalTo("header"))
        .body("errors.code", hasItem("missing-column"));
  }

  @Test
  void a_header_alone_is_a_file_without_awards() {
    Payments.importFile(Payments.HEADER + "\n\n")
        .then()
        .statusCode(201)
        .body("accepted", equalTo(0))
        .body("refused", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "text/csv; charset=windows-1251"})
  void refuses_another_content_type(String type) {
    Payments.importBytes(
            Payments.pensionFund(), type, Payments.HEADER.getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void refuses_a_file_that_is_too_large_announced_or_not() {
    var tooLarge = new byte[32 * 1024 * 1024 + 1];
    Arrays.fill(tooLarge, (byte) '\n');
    var header = (Payments.HEADER + "\n").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(header, 0, tooLarge, 0, header.length);

    assertThat(LargePost.announced("award-imports", "text/csv", tooLarge)).isEqualTo(413);
    assertThat(LargePost.chunked("award-imports", "text/csv", tooLarge)).isEqualTo(413);
  }

  @Test
  void refuses_a_file_of_too_many_lines() {
    var lines = (Payments.HEADER + "\n" + "x\n".repeat(500_000)).getBytes(StandardCharsets.UTF_8);
    var before = books.count("select count(*) as count from refused_line");

    assertThat(LargePost.announced("award-imports", "text/csv", lines)).isEqualTo(413);

    assertThat(books.count("select count(*) as count from refused_line")).isEqualTo(before);
  }

  @Test
  void answers_with_a_hundred_refusals_and_lists_the_rest_page_by_page() {
    var lines = IntStream.range(0, 250).mapToObj(i -> "bad " + i).toArray(String[]::new);
    var answer =
        Payments.importLines(lines)
            .then()
            .statusCode(201)
            .body("refused", equalTo(250))
            .body("refusedLines", hasSize(100))
            .extract()
            .jsonPath();

    var path = "award-imports/" + answer.getString("id") + "/refused-lines?limit=200";
    var first = Payments.get(Payments.pensionFund(), path).then().statusCode(200).extract();
    JsonPath firstPage = first.jsonPath();
    var second =
        Payments.get(Payments.pensionFund(), path + "&after=" + firstPage.getString("next"))
            .then()
            .body("next", nullValue())
            .body("items.code", everyItem(equalTo("column-count")))
            .extract()
            .jsonPath();

    assertThat(
            Stream.concat(
                firstPage.<Integer>getList("items.line").stream(),
                second.<Integer>getList("items.line").stream()))
        .containsExactlyElementsOf(IntStream.rangeClosed(2, 251).boxed().toList());
  }

  @Test
  void refuses_a_cursor_that_is_not_ours() {
    var id = Payments.importFile(Payments.HEADER).jsonPath().getString("id");

    Payments.get(Payments.pensionFund(), "award-imports/" + id + "/refused-lines?after=bm90LW91cnM")
        .then()
        .statusCode(400)
        .body("code", equalTo("bad-parameter"));
  }

  @Test
  void two_files_at_once_with_the_same_people_in_another_order_make_each_award_once()
      throws Exception {
    var people = Stream.generate(Person::anyone).limit(300).toList();
    var forwards = people.stream().map(Person::line).toList();
    var backwards = forwards.reversed();
    Callable<JsonPath> one = () -> Payments.importLines(forwards.toArray(String[]::new)).jsonPath();
    Callable<JsonPath> other =
        () -> Payments.importLines(backwards.toArray(String[]::new)).jsonPath();

    try (var threads = Executors.newFixedThreadPool(2)) {
      var answers = threads.invokeAll(List.of(one, other));
      var accepted =
          answers.get(0).get().getInt("accepted") + answers.get(1).get().getInt("accepted");
      var unchanged =
          answers.get(0).get().getInt("unchanged") + answers.get(1).get().getInt("unchanged");
      assertThat(accepted).isEqualTo(300);
      assertThat(unchanged).isEqualTo(300);
    }
  }

  @Test
  void takes_thousands_of_lines() {
    var lines = Stream.generate(Person::anyone).limit(5000).map(Person::line).toList();

    Payments.importLines(lines.toArray(String[]::new))
        .then()
        .statusCode(201)
        .body("accepted", equalTo(5000))
        .body("id", startsWith("0"));
  }

  @Test
  void refuses_months_that_lie_ahead() {
    var nextMonth = YearMonth.from(Payments.today()).plusMonths(1).toString();

    Payments.importLines(Person.anyone().unpaidSince(nextMonth).line())
        .then()
        .body("refusedLines[0].field", equalTo("firstUnpaidMonth"))
        .body("refusedLines[0].code", equalTo("in-the-future"));
  }

  private long awards(Person person) {
    return books.count("select count(*) as count from award where rnokpp = ?", person.rnokpp());
  }
}
