package ua.vidnova.registry.matching.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.registry.matching.Agreement;

class SpellingRulesTest {

  @ParameterizedTest
  @CsvSource({
    "Шевченко, Шевченко, EQUAL",
    "Шевченко, ШЕВЧЕНКО, EQUAL",
    "Шевчeнко, Шевченко, EQUAL",
    "Дем'яненко, Дем’яненко, EQUAL",
    "Нечуй - Левицький, Нечуй-Левицький, EQUAL",
    "Рибаков, Рыбаков, RUSSIAN",
    "Лебідь, Лебедь, RUSSIAN",
    "Шевченко, Shevchenko, LATIN",
    "Лебідь, Lebed, LATIN",
    "Гнатюк, Ґнатюк, SOUND",
    "Дем’яненко, Демяненко, SOUND",
    "Іваненко, Иваненко, SOUND",
    "Петренко-Коваль, Коваль, PART",
    "Петренко-Коваль, Коваль-Петренко, PART",
    "Ш., Шевченко, INITIAL",
    "Ш., К., DIFFERENT",
    "Шевченко, Шевчнеко, SIMILAR",
    "Шевченко, Шевчинко, SIMILAR",
    "Ковальський, Ковальська, SIMILAR",
    "Шевченко, Коваль, DIFFERENT",
    "Лі, Лє, DIFFERENT",
    "'', Шевченко, MISSING",
    ", Шевченко, MISSING",
    "-, Шевченко, MISSING"
  })
  void family_names_agree(String one, String other, Agreement level) {
    var a = Spelling.of(one);
    var b = Spelling.of(other);
    assertThat(SpellingRules.families(a, b)).isEqualTo(level);
    assertThat(SpellingRules.families(b, a)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "Олексій, Олексій, EQUAL",
    "Олексій, Алексей, RUSSIAN",
    "Микола, Николай, RUSSIAN",
    "Ганна, Анна, RUSSIAN",
    "Пилип, Филипп, RUSSIAN",
    "Надія, Надежда, RUSSIAN",
    "Данило, Даниил, RUSSIAN",
    "Олексій, Alexey, LATIN",
    "Олексій, Aleksei, LATIN",
    "Олексій, Oleksii, LATIN",
    "Сергій, Sergei, LATIN",
    "Марія, Мария, SOUND",
    "О., Олексій, INITIAL",
    "А., Олексій, INITIAL",
    "A, Олексій, INITIAL",
    "Я., Яків, INITIAL",
    "О., О., INITIAL",
    "О., Микола, DIFFERENT",
    "Олександр, Олексадр, SIMILAR",
    "Володимир, Володмир, SIMILAR",
    "Олег, Олге, SIMILAR",
    "Іван, Іаан, SIMILAR",
    "Яна, Яан, SIMILAR",
    "Інна, Іннп, SIMILAR",
    "Хома, Хоа, SIMILAR",
    "Раїса, Раїза, SIMILAR",
    "Hадія, Надія, EQUAL",
    "Hатaлія, Наталія, EQUAL",
    "Хома, Фома, RUSSIAN",
    "Панас, Афанасий, RUSSIAN",
    "Мусій, Моисей, RUSSIAN",
    "Овсій, Евсей, RUSSIAN",
    "Прокіп, Prokopiy, LATIN",
    "Ярина, Ирина, RUSSIAN",
    "Мотрона, Матрёна, RUSSIAN",
    "Христина, Кристина, RUSSIAN",
    "Килина, Akulina, LATIN",
    "Вадим, Впажим, UNKNOWN",
    "Микита, Васмль, DIFFERENT",
    "Олександр, Олександра, DIFFERENT",
    "Євген, Євгенія, DIFFERENT",
    "Марина, Марія, DIFFERENT",
    "Олена, Олеся, DIFFERENT",
    "Олександр, Олексій, DIFFERENT",
    "Яна, Анна, DIFFERENT",
    "Саша, Олександр, DIFFERENT"
  })
  void given_names_agree(String one, String other, Agreement level) {
    var a = Spelling.of(one);
    var b = Spelling.of(other);
    assertThat(SpellingRules.givens(a, b)).isEqualTo(level);
    assertThat(SpellingRules.givens(b, a)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "Миколайович, Миколайович, EQUAL",
    "Миколайович, Николаевич, RUSSIAN",
    "Миколаївна, Николаевна, RUSSIAN",
    "Олексійович, Алексеевич, RUSSIAN",
    "Ілліч, Ильич, SOUND",
    "Іллівна, Ильинична, RUSSIAN",
    "Яківна, Яковлевна, RUSSIAN",
    "Хомич, Фомич, RUSSIAN",
    "Миколайович, Nikolayevich, LATIN",
    "Сергійович, Sergeevich, LATIN",
    "Миколайович, Микола, FATHER_NAME",
    "Миколаївна, Николай, FATHER_NAME",
    "Якович, Яків, FATHER_NAME",
    "Петрович, Петрівна, FATHER_NAME",
    "Львович, Лев, FATHER_NAME",
    "Григорович, Григорій, FATHER_NAME",
    "М., Миколайович, INITIAL",
    "Н., Миколайович, INITIAL",
    "П., Миколайович, DIFFERENT",
    "Володимирович, Володмирович, SIMILAR",
    "Петрович, Павлович, DIFFERENT",
    "Іванович, Петрович, DIFFERENT"
  })
  void patronymics_agree(String one, String other, Agreement level) {
    var a = Spelling.of(one);
    var b = Spelling.of(other);
    assertThat(SpellingRules.patronymics(a, b)).isEqualTo(level);
    assertThat(SpellingRules.patronymics(b, a)).isEqualTo(level);
  }
}
