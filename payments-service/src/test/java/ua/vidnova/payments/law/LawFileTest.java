package ua.vidnova.payments.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.payments.law.files.LawFile;

class LawFileTest {

  private static final String HEADER =
      "code,dimension,value,act,article,source,validFrom,validTo\n";
  private static final String GOOD =
      "SUBSISTENCE,UNABLE_TO_WORK,2595.00,act,article,source,2026-01-01,";

  @Test
  void takes_hryvnias_as_kopiykas_and_an_open_end() {
    var line = read(HEADER + GOOD).getFirst();

    assertThat(line.value()).isEqualByComparingTo("259500");
    assertThat(line.validTo()).isNull();
    assertThat(line.line()).isEqualTo(2);
  }

  @Test
  void passes_over_a_byte_order_mark() {
    assertThat(read("\uFEFF" + HEADER + GOOD)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          unknown code | PENSION,,1.00,act,article,source,2026-01-01, | code | unknown-code
          SQL for a code | `'; drop table law_value--,,1.00,act,article,source,2026-01-01,` | code | unknown-code
          unknown group | SUBSISTENCE,RICH,1.00,act,article,source,2026-01-01, | dimension | unknown-dimension
          no group | SUBSISTENCE,,1.00,act,article,source,2026-01-01, | dimension | unknown-dimension
          a dimension where there is none | MINIMUM_WAGE,X,1.00,act,article,source,2026-01-01, | dimension | unknown-dimension
          no year | INDEXATION,99999,1.1,act,article,source,2026-03-01, | dimension | unknown-dimension
          no decimals | MINIMUM_WAGE,,8647,act,article,source,2026-01-01, | value | not-a-value
          scientific | MINIMUM_WAGE,,1e9,act,article,source,2026-01-01, | value | not-a-value
          negative | MINIMUM_WAGE,,-8647.00,act,article,source,2026-01-01, | value | not-a-value
          nothing | MINIMUM_WAGE,,0.00,act,article,source,2026-01-01, | value | not-a-value
          beyond any wage | MINIMUM_WAGE,,12345678901.00,act,article,source,2026-01-01, | value | not-a-value
          a factor of a thousand | INDEXATION,,1000,act,article,source,2026-03-01, | value | not-a-value
          seven decimals | INDEXATION,,1.1234567,act,article,source,2026-03-01, | value | not-a-value
          half a year of age | GUARANTEED_FROM_AGE,,65.5,act,article,source,2026-01-01, | value | not-a-value
          no act | MINIMUM_WAGE,,8647.00, ,article,source,2026-01-01, | act | required
          no source | MINIMUM_WAGE,,8647.00,act,article,,2026-01-01, | source | required
          a day that is none | MINIMUM_WAGE,,8647.00,act,article,source,2026-02-30, | validFrom | not-a-date
          day first | MINIMUM_WAGE,,8647.00,act,article,source,01.01.2026, | validFrom | not-a-date
          ends before it begins | MINIMUM_WAGE,,8647.00,act,article,source,2026-01-01,2025-12-31 | validTo | not-after-start
          ends on its first day | MINIMUM_WAGE,,8647.00,act,article,source,2026-01-01,2026-01-01 | validTo | not-after-start
          indexation in April | INDEXATION,,1.121,act,article,source,2026-04-01, | validFrom | not-first-of-march
          """)
  void names_what_is_wrong_with_a_line(String name, String line, String field, String code) {
    assertThat(errors(HEADER + GOOD + "\n" + line))
        .extracting(FieldError::field, FieldError::code)
        .containsExactly(tuple("lines[3]." + field, code));
  }

  @Test
  void refuses_two_lines_about_the_same_days() {
    assertThat(errors(HEADER + GOOD + "\n" + GOOD))
        .extracting(FieldError::code)
        .containsExactly("overlaps");
  }

  @Test
  void refuses_a_line_with_too_few_columns_and_one_too_long() {
    assertThat(errors(HEADER + "SUBSISTENCE,UNABLE_TO_WORK"))
        .extracting(FieldError::code)
        .containsExactly("column-count");
    assertThat(errors(HEADER + GOOD.replace("source", "x".repeat(301))))
        .extracting(FieldError::code)
        .containsExactly("too-long");
    assertThat(errors(HEADER + GOOD.replace("source", "\"a\u0007b\"")))
        .extracting(FieldError::code)
        .containsExactly("control-character");
  }

  @Test
  void refuses_what_is_no_such_file() {
    assertThat(problem("".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("header");
    assertThat(problem(GOOD.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("header");
    assertThat(problem(new byte[] {(byte) 0xc3, 0x28}).code()).isEqualTo("not-utf-8");
    assertThat(problem((HEADER + "\"broken").getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("malformed-csv");
    assertThat(problem((HEADER + (GOOD + "\n").repeat(1001)).getBytes(StandardCharsets.UTF_8)))
        .extracting(Problem::status, Problem::code)
        .containsExactly(413, "too-large");
    assertThat(errors(HEADER)).extracting(FieldError::code).containsExactly("required");
  }

  @Test
  void tells_no_more_than_a_hundred_faults() {
    assertThat(errors(HEADER + "X,,1,a,b,c,2026-01-01,\n".repeat(500))).hasSize(100);
  }

  private static List<LawLine> read(String content) {
    return LawFile.read(content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<FieldError> errors(String content) {
    return problem(content.getBytes(StandardCharsets.UTF_8)).errors();
  }

  private static Problem problem(byte[] content) {
    return catchThrowableOfType(ProblemException.class, () -> LawFile.read(content)).problem();
  }
}
