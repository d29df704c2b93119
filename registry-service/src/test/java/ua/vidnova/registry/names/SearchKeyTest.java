package ua.vidnova.registry.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Шевченко            | shevchenko
          шEвчeнкo            | shevchenko
          SHEVCHENKO          | shevchenko
          Згурський           | zghurskyi
          Знам’янка           | znamianka
          Знам'янка           | znamianka
          O'Brien             | obrien
          Müller              | muller
          Рыжков              | ryzhkov
          Семёнов             | semenov
          Юрій Їжак           | yurii yizhak
          Нечуй-Левицький     | nechui levytskyi
          Шевченко Petro      | shevchenko petro
          "  тарас,  шевч. "  | taras shevch
          "' %_*"             | ""
          """)
  void one_key_stands_for_every_way_to_write_a_name(String written, String words) {
    assertThat(String.join(" ", SearchKey.words(written))).isEqualTo(words);
  }

  @Test
  void each_word_of_a_key_follows_a_space() {
    assertThat(SearchKey.of(new PersonName("Нечуй-Левицький", "Іван", null)))
        .isEqualTo(" nechui levytskyi ivan");
  }
}
