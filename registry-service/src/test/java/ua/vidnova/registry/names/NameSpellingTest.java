package ua.vidnova.registry.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.registry.Checked;

class NameSpellingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Шевченко            | Шевченко
          Шeвчeнкo            | Шевченко
          "  Шевченко  "      | Шевченко
          Лук'яненко          | Лук’яненко
          Лук`яненко          | Лук’яненко
          Лукʼяненко          | Лук’яненко
          Нечуй – Левицький   | Нечуй-Левицький
          Нечуй‑Левицький     | Нечуй-Левицький
          Кара   Огли         | Кара Огли
          Ґалаґан             | Ґалаґан
          Ïжакевич            | Їжакевич
          """)
  void a_ukrainian_name_has_one_spelling(String written, String kept) {
    assertThat(NameSpelling.read(written, true)).isEqualTo(Checked.good(kept));
  }

  @ParameterizedTest
  @CsvSource({"O’Brien, O'Brien", "Müller, Müller", "van der Berg, van der Berg"})
  void a_foreign_name_stays_latin(String kept, String written) {
    assertThat(NameSpelling.read(written, false)).isEqualTo(Checked.good(kept));
  }

  @Test
  void letters_and_their_marks_are_composed() {
    var apart = Normalizer.normalize("Їжак-Зайцев", Normalizer.Form.NFD);
    assertThat(NameSpelling.read(apart, true)).isEqualTo(Checked.good("Їжак-Зайцев"));
  }

  @Test
  void spelling_twice_changes_nothing_more() {
    Stream.of("Шeвчeнкo", "Лук'яненко", "Нечуй – Левицький", " Кара   Огли ")
        .map(name -> ((Checked.Good<String>) NameSpelling.read(name, true)).value())
        .forEach(kept -> assertThat(NameSpelling.read(kept, true)).isEqualTo(Checked.good(kept)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Шевchenko  | mixed-script
          Shevchenko | mixed-script
          Рыжков     | letters
          Эдуард     | letters
          Шевченко1  | letters
          Шев--ченко | letters
          Шевченко-  | letters
          ’ясний     | letters
          Шев_ченко  | letters
          Шев🙂ченко  | letters
          """)
  void what_is_no_ukrainian_name_is_refused(String written, String code) {
    assertThat(NameSpelling.read(written, true))
        .isInstanceOfSatisfying(
            Checked.Bad.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void one_cyrillic_letter_makes_a_name_cyrillic() {
    assertThat(NameSpelling.isCyrillic(Stream.of("COBA", "Iвaн"))).isTrue();
    assertThat(NameSpelling.isCyrillic(Stream.of("COBA", "Ivan"))).isFalse();
  }
}
