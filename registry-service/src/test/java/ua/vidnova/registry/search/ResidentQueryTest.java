package ua.vidnova.registry.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.registry.Checked;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.search.ResidentQuery.Word;

class ResidentQueryTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Set<String> OBLAST = Set.of(TestPeople.LUHANSK_OBLAST);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Шевченко Тарас             | шевченко тарас | -                       | -                     | -
          ШЕВЧЕНКО,Тарас             | шевченко тарас | -                       | -                     | -
          1873412342                 | -              | 1873412342              | -                     | -
          0500000001                 | -              | 0500000001 +380500000001 | -                    | -
          +380 50 000 00 01          | -              | +380500000001           | -                     | -
          (050) 000-00-01            | -              | 0500000001 +380500000001 | -                    | -
          Шевченко 050 000 00 01     | шевченко       | 0500000001 +380500000001 | -                    | -
          ЕК 123456                  | -              | ЕК123456                | -                     | -
          EK №123456                 | -              | ЕК123456                | -                     | -
          І-ЖС 123456                | -              | I-ЖС123456              | -                     | -
          Шевченко ек123456          | шевченко       | ЕК123456                | -                     | -
          123456789                  | -              | 123456789               | -                     | -
          17.04.1951                 | -              | -                       | 1951-04-17            | -
          1951-04-17                 | -              | -                       | 1951-04-17            | -
          17/4/51                    | -              | -                       | 1951-04-17            | -
          17-04-1951                 | -              | -                       | 1951-04-17            | -
          1/2/05                     | -              | -                       | 1905-02-01 2005-02-01 | -
          Шевченко 17.04.1951        | шевченко       | -                       | 1951-04-17            | -
          1951                       | -              | -                       | -                     | 1951
          Тарас 1951 шевч            | тарас шевч     | -                       | -                     | 1951
          """)
  void what_is_typed_is_words_numbers_and_dates(
      String typed, String words, String numbers, String dates, Integer year) {
    var query = good(typed, null);
    assertThat(query.words()).extracting(Word::spelled).containsExactlyElementsOf(split(words));
    assertThat(query.numbers()).containsExactlyInAnyOrderElementsOf(split(numbers));
    assertThat(query.birthDates())
        .extracting(LocalDate::toString)
        .containsExactlyInAnyOrderElementsOf(split(dates));
    assertThat(query.birthYear()).isEqualTo(year);
  }

  @Test
  void a_word_may_be_a_settlement_of_ones_own_territory_in_any_spelling() {
    for (var written : List.of("Алчевськ", "алчевск", "Alchevsk")) {
      assertThat(good(written, null).words().getFirst().settlements())
          .containsExactly(TestPeople.ALCHEVSK);
    }
    assertThat(good("Тернопіль", null).words().getFirst().settlements()).isEmpty();
  }

  @Test
  void several_words_may_be_one_settlement() {
    assertThat(good("Шевченко Станиця Луганська", null).words())
        .extracting(Word::spelled)
        .containsExactly("шевченко", "Станиця Луганська");
  }

  @Test
  void a_birth_date_is_enough() {
    assertThat(good(" ", TestPeople.BIRTH).birthDates()).containsExactly(TestPeople.BIRTH);
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
          їїї            | too-short
          12345          | incomplete-number
          18734123420000 | incomplete-number
          Шевченко 12    | incomplete-number
          31.02.1951     | incomplete-number
          23.11.2026     | incomplete-number
          2027           | incomplete-number
          а б в г ґ д е  | too-long
          """)
  void what_nobody_could_look_for_is_refused(String typed, String code) {
    assertThat(ResidentQuery.read(typed, null, TODAY, OBLAST))
        .isInstanceOfSatisfying(
            Checked.Bad.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void a_question_is_at_most_two_hundred_characters() {
    assertThat(ResidentQuery.read("ш".repeat(201), TestPeople.BIRTH, TODAY, OBLAST))
        .isInstanceOf(Checked.Bad.class);
  }

  private static ResidentQuery good(String typed, LocalDate birthDate) {
    return switch (ResidentQuery.read(typed, birthDate, TODAY, OBLAST)) {
      case Checked.Good<ResidentQuery>(var query) -> query;
      case Checked.Bad<ResidentQuery>(var code, var message) -> throw new AssertionError(code);
    };
  }

  private static List<String> split(String words) {
    return words == null
        ? List.of()
        : Arrays.stream(words.split(" ")).filter(w -> !w.isBlank()).collect(Collectors.toList());
  }
}
