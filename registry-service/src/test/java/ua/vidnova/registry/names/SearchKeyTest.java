package ua.vidnova.registry.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchKeyTest {

  /** Each line is one name, written in all the ways that papers have it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Шевченко, шEвчeнкo, Shevchenko, SHEVCHENKO, Ševčenko",
        "Згурський, Zghurskyi, Згурский",
        "Знам’янка, Знам'янка, Znamianka, Знамянка",
        "Семенов, Семёнов, Semenov, Semyonov",
        "Жуковський, Жуковский, Zhukovskyi, Zhukovskiy, Zhukovskii",
        "Юрій, Юрий, Yurii, Yuriy, Iurii",
        "Müller, Muller"
      })
  void one_sound_stands_for_every_way_to_write_a_word(String spellings) {
    assertThat(List.of(spellings.split(", ")))
        .extracting(SearchKey::sound)
        .containsOnly(SearchKey.sound(spellings.split(", ")[0]));
  }

  @ParameterizedTest
  @CsvSource({"Олексій, Алексей", "Микола, Николай", "Ганна, Анна", "Пилип, Филипп"})
  void names_that_sound_otherwise_in_the_other_language_have_a_word_in_common(
      String ukrainian, String russian) {
    assertThat(SearchKey.namesOf(russian, false))
        .containsAnyElementsOf(SearchKey.namesOf(ukrainian, false));
    assertThat(SearchKey.of(new PersonName("Тестенко", ukrainian, null)).split(" "))
        .containsAnyElementsOf(SearchKey.namesOf(russian, false));
  }

  @Test
  void a_patronymic_has_a_word_in_common_with_its_other_forms() {
    assertThat(SearchKey.of(new PersonName("Тестенко", "Іван", "Миколайович")).split(" "))
        .containsAnyElementsOf(SearchKey.namesOf("Николаевич", true))
        .containsAnyElementsOf(SearchKey.namesOf("Nikolaevich", true));
  }

  @Test
  void each_word_of_a_key_stands_between_spaces_and_once() {
    assertThat(SearchKey.of(new PersonName("Нечуй-Левицький", "Іван", null)))
        .matches("( [a-z]+)+ ")
        .contains(" " + SearchKey.sound("Нечуй") + " ", " " + SearchKey.sound("Іван") + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Нечуй-Левицький     | Нечуй/Левицький
          "  тарас,  шевч. "  | тарас,/шевч.
          "' %_*"             | ""
          """)
  void words_are_parted_by_spaces_and_hyphens(String text, String words) {
    assertThat(String.join("/", SearchKey.words(text))).isEqualTo(words);
  }
}
