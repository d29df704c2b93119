package ua.vidnova.bench.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.contracts.identifiers.Sex;

class SurnameTest {

  @ParameterizedTest
  @CsvSource({
    "Шевченко, Шевченко, Шевченко, Шевченко",
    "Іванов, Иванов, Іванова, Иванова",
    "Лебедєв, Лебедев, Лебедєва, Лебедева",
    "Воробйов, Воробьёв, Воробйова, Воробьёва",
    "Калінін, Калинин, Калініна, Калинина",
    "Черкашин, Черкашин, Черкашина, Черкашина",
    "Сухомлин, Сухомлин, Сухомлин, Сухомлин",
    "Левицький, Левицкий, Левицька, Левицкая",
    "Білий, Белый, Біла, Белая",
    "Яровий, Яровой, Ярова, Яровая",
    "Осадчий, Осадчий, Осадча, Осадчая",
    "Шаблій, Шаблий, Шаблій, Шаблий",
    "Мельник, Мельник, Мельник, Мельник"
  })
  void women_bear_the_form_that_its_ending_asks_for(
      String uk, String ru, String woman, String womanInRussian) {
    var surname = new Surname(uk, ru);

    assertThat(surname.of(Sex.FEMALE, Language.UKRAINIAN)).isEqualTo(woman);
    assertThat(surname.of(Sex.FEMALE, Language.RUSSIAN)).isEqualTo(womanInRussian);
    assertThat(surname.of(Sex.MALE, Language.UKRAINIAN)).isEqualTo(uk);
    assertThat(surname.of(Sex.MALE, Language.RUSSIAN)).isEqualTo(ru);
  }
}
