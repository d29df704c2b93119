package ua.vidnova.bench.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ua.vidnova.contracts.identifiers.Sex;

class LatinTableTest {

  @ParameterizedTest
  @CsvSource({
    "UK_2010, Згурський, Zghurskyi",
    "UK_2010, Юрій, Yurii",
    "UK_2010, Знам’янка, Znamianka",
    "UK_2010, Гаєвич-Їжак, Haievych-Yizhak",
    "UK_2007, Григорій, Grygorii",
    "UK_2007, Євген, Ievgen",
    "UK_1996, Щербина, Scherbyna",
    "UK_1965, Сергій, Serhiy",
    "UK_1965, Ольга, Olha",
    "RU_2014, Юрий, Iurii",
    "RU_2014, Пётр, Petr",
    "RU_2006, Цыганов, Tcyganov",
    "RU_1997, Евгений, Yevgeniy",
    "RU_1997, Афанасьев, Afanasyev"
  })
  void writes_as_its_act_says(LatinTable table, String name, String latin) {
    assertThat(table.write(name)).isEqualTo(latin);
  }

  @ParameterizedTest
  @EnumSource
  void writes_every_name_of_its_language_in_plain_letters(LatinTable table) {
    for (var surname : Names.surnames()) {
      for (var sex : Sex.values()) {
        assertThat(table.write(surname.of(sex, table.language()))).matches("[A-Z][a-z]+");
      }
    }
    for (var father : Names.men()) {
      assertThat(table.write(father.patronymic(Sex.FEMALE, table.language())))
          .matches("[A-Z][a-z]+");
    }
  }

  @Test
  void refuses_a_letter_of_another_language() {
    assertThatThrownBy(() -> LatinTable.UK_2010.write("Крылов"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ы");
  }
}
