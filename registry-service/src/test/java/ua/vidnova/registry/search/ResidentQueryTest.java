package ua.vidnova.registry.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.registry.Checked;

class ResidentQueryTest {

  private static final LocalDate BIRTH = LocalDate.of(1951, 4, 17);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Шевченко Тарас     | shevchenko taras | -          | -
          тарас ШЕВЧ         | taras shevch     | -          | -
          Shevchenko         | shevchenko       | -          | -
          Шевченко Т         | shevchenko t     | -          | -
          1873412342         |                  | 1873412342 | -
          0500000001         |                  | 0500000001 | +380500000001
          +380 50 000 00 01  |                  | -          | +380500000001
          (050) 000-00-01    |                  | 0500000001 | +380500000001
          """)
  void what_is_typed_is_names_or_a_number(String typed, String words, String rnokpp, String phone) {
    assertThat(ResidentQuery.read(typed, BIRTH))
        .isEqualTo(
            Checked.good(
                new ResidentQuery(
                    words == null || words.isBlank() ? List.of() : List.of(words.split(" ")),
                    rnokpp,
                    phone,
                    BIRTH)));
  }

  @Test
  void a_birth_date_is_enough() {
    assertThat(ResidentQuery.read(" ", BIRTH))
        .isEqualTo(Checked.good(new ResidentQuery(List.of(), null, null, BIRTH)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -              | required
          Ш              | too-short
          %%%            | too-short
          12345          | incomplete-number
          18734123420000 | incomplete-number
          а б в г ґ д е  | too-long
          """)
  void what_nobody_could_look_for_is_refused(String typed, String code) {
    assertThat(ResidentQuery.read(typed, null))
        .isInstanceOfSatisfying(
            Checked.Bad.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void a_question_is_at_most_two_hundred_characters() {
    assertThat(ResidentQuery.read("ш".repeat(201), BIRTH)).isInstanceOf(Checked.Bad.class);
  }
}
