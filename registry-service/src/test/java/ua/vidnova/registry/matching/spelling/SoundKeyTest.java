package ua.vidnova.registry.matching.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundKeyTest {

  /** Ukrainian and Russian letters, CMU №55, the tables of 1995 and 2007, Russian passports. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Марія Мария Mariia Mariya Maria Marija",
        "Юлія Юлия Yuliia Iuliia Yuliya Julia Yulia",
        "Сергей Sergei Sergey Serguei Sergej",
        "Сергій Serhii Serhiy Sergii",
        "Олексій Oleksii Oleksiy Oleksij",
        "Алексей Aleksei Aleksey Alexey Alexei",
        "Николаевич Nikolaevich Nikolayevich",
        "Артем Артём Artem Artyom Артьом",
        "Наталія Наталья Nataliia Natalia Natalya Nataliya",
        "Знам’янський Знамянський Znamianskyi Znamyansky",
        "Згурський Zghurskyi Zgurskyi Zgurskii",
        "Щербак Shcherbak Scherbak",
        "Ґалаґан Галаган Galagan Halahan",
        "Xристина Христина Khrystyna Hristina",
        "Воробйов Воробьёв Vorobiov Vorobyov",
        "Яценюк Yatseniuk Iatseniuk Yatsenyuk"
      })
  void spellings_of_one_name_sound_the_same(String spellings) {
    var keys = Arrays.stream(spellings.split(" ")).collect(Collectors.toMap(s -> s, SoundKey::of));
    assertThat(keys.values().stream().distinct()).as(keys.toString()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"Яна, Анна", "Ян, Ан", "Олена, Олег", "Шевченко, Щербаченко", "Юрій, Урій"})
  void other_names_do_not(String one, String other) {
    assertThat(SoundKey.of(one)).isNotEqualTo(SoundKey.of(other));
  }

  @Test
  void a_word_without_letters_has_no_sound() {
    assertThat(SoundKey.of(" -’1. ")).isEmpty();
  }
}
