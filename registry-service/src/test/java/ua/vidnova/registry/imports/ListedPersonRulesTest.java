package ua.vidnova.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.names.PersonName;

class ListedPersonRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String NUMBER = Rnokpp.of(TestPeople.BIRTH, 17, false);
  private static final ListedPersonRules RULES = new ListedPersonRules(mapping(ListField.FAMILY));

  @Test
  void a_whole_line_becomes_a_person_in_canonical_form() {
    var reading = read(Map.of());
    assertThat(reading.findings()).isEmpty();
    var person = reading.person().orElseThrow();
    assertThat(person.name()).isEqualTo(new PersonName("Вигаданенко", "Ганна", "Прикладівна"));
    assertThat(person.birthDate()).isEqualTo(TestPeople.BIRTH);
    assertThat(person.sex()).isEqualTo(Sex.FEMALE);
    assertThat(person.rnokpp()).isEqualTo(NUMBER);
    assertThat(person.settlement()).isEqualTo(TestPeople.ALCHEVSK);
    assertThat(person.phone()).isEqualTo("+380500000001");
    assertThat(person.passport())
        .isEqualTo(new ListedPerson.Passport(DocumentType.PASSPORT, "ЕК123456"));
    assertThat(person.stated()).containsEntry(ListField.FAMILY, "ВИГАДАНЕНКО");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          FAMILY      |                        | REQUIRED
          FAMILY      | Вигаданенко7           | LETTERS
          FAMILY      | Вигаданенко'); drop--  | LETTERS
          GIVEN       | =HYPERLINK("x")        | FORMULA
          GIVEN       | @SUM(A1)               | FORMULA
          GIVEN       | Ганна Рџсџ Qz          | LETTERS
          BIRTH_DATE  |                        | REQUIRED
          BIRTH_DATE  | 1951-04-17             | NOT_A_DATE
          BIRTH_DATE  | 31.02.1951             | NOT_A_DATE
          BIRTH_DATE  | 17.04.51               | NOT_A_DATE
          BIRTH_DATE  | 23.11.2026             | IN_THE_FUTURE
          BIRTH_DATE  | 31.12.1899             | TOO_LONG_AGO
          BIRTH_DATE  | 18.04.1951             | BIRTH_DATE_DISAGREES
          RNOKPP      | 1873412345             | CHECKSUM
          RNOKPP      | 187341234              | CHECKSUM
          RNOKPP      | 1.87E9                 | CHECKSUM
          SEX         | чол                    | SEX_DISAGREES
          SEX         | так                    | UNKNOWN_VALUE
          SETTLEMENT  |                        | REQUIRED
          SETTLEMENT  | Ельдорадо              | UNKNOWN_SETTLEMENT
          SETTLEMENT  | UA80000000000093317    | UNKNOWN_SETTLEMENT
          SETTLEMENT  | UA44000000000018893    | UNKNOWN_SETTLEMENT
          SETTLEMENT  | Іванівка               | AMBIGUOUS_SETTLEMENT
          """)
  void what_cannot_be_refuses_the_line(ListField field, String text, LineRefusal why) {
    var reading = read(Map.of(field, text == null ? "" : text));
    assertThat(reading.person()).isEmpty();
    assertThat(reading.findings()).extracting(Finding::why).contains(why);
    assertThat(reading.findings()).noneMatch(Finding::omission);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PHONE    | 12345         | NOT_A_PHONE
          PASSPORT | not a passport | NOT_A_PASSPORT
          """)
  void what_is_beside_the_point_is_only_left_out(ListField field, String text, LineRefusal why) {
    var reading = read(Map.of(field, text));
    assertThat(reading.person()).isPresent();
    assertThat(reading.findings()).containsExactly(new Finding(7, field.name(), why, true));
  }

  @ParameterizedTest
  @CsvSource({"м. Алчевськ", "місто АЛЧЕВСЬК", "м.Алчевськ", TestPeople.ALCHEVSK, "Aлчевськ"})
  void a_settlement_is_found_by_code_and_by_its_name_however_it_is_written(String written) {
    assertThat(read(Map.of(ListField.SETTLEMENT, written)).person().orElseThrow().settlement())
        .isEqualTo(TestPeople.ALCHEVSK);
  }

  @ParameterizedTest
  @CsvSource({"0000000000", "-", "немає", "''"})
  void a_number_may_be_absent_and_the_patronymic_then_tells_the_sex(String written) {
    var person = read(Map.of(ListField.RNOKPP, written)).person().orElseThrow();
    assertThat(person.rnokpp()).isNull();
    assertThat(person.sex()).isEqualTo(Sex.FEMALE);
  }

  @Test
  void without_number_and_patronymic_nothing_tells_the_sex() {
    var reading = read(Map.of(ListField.RNOKPP, "", ListField.PATRONYMIC, ""));
    assertThat(reading.findings())
        .extracting(Finding::why)
        .containsExactly(LineRefusal.SEX_UNKNOWN);
  }

  @Test
  void a_passport_in_the_column_of_the_number_stands_for_it() {
    var person =
        read(Map.of(ListField.RNOKPP, "ЕК 654321", ListField.PASSPORT, "")).person().orElseThrow();
    assertThat(person.rnokpp()).isNull();
    assertThat(person.passport().number()).isEqualTo("ЕК654321");
  }

  @Test
  void a_zero_that_a_spreadsheet_took_from_a_number_is_put_back() {
    var number = Rnokpp.of(LocalDate.of(1926, 3, 1), 5, false);
    assertThat(number).startsWith("0");
    var person =
        read(Map.of(ListField.RNOKPP, number.substring(1), ListField.BIRTH_DATE, "01.03.1926"))
            .person()
            .orElseThrow();
    assertThat(person.rnokpp()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ВИГАДАНЕНКО-ПРОБНА ГАННА ПРИКЛАДІВНА | Вигаданенко-Пробна | Ганна   | Прикладівна
          Рыжов Алексей Николаевич             | Рыжов              | Алексей | Николаевич
          В'ЯЗЕНКО МАР'ЯНА                     | В’язенко           | Мар’яна | -
          Алієв Ахмед Вагіф оглы               | Алієв              | Ахмед   | Вагіф оглы
          """)
  void a_whole_name_is_split_and_gets_small_letters(
      String written, String family, String given, String patronymic) {
    var rules = new ListedPersonRules(mapping(ListField.FULL_NAME));
    var fields = new EnumMap<>(Map.of(ListField.FULL_NAME, written, ListField.SEX, "1"));
    fields.put(ListField.BIRTH_DATE, "17.04.1951");
    fields.put(ListField.SETTLEMENT, "Алчевськ");
    assertThat(rules.read(7, fields, TODAY).person().orElseThrow().name())
        .isEqualTo(new PersonName(family, given, patronymic));
  }

  @Test
  void everything_that_is_wrong_is_found_at_once() {
    var reading =
        read(Map.of(ListField.FAMILY, "", ListField.BIRTH_DATE, "x", ListField.SETTLEMENT, ""));
    assertThat(reading.findings())
        .extracting(Finding::field)
        .containsExactlyInAnyOrder("FAMILY", "BIRTH_DATE", "SETTLEMENT");
  }

  private static ListedPersonRules.Reading read(Map<ListField, String> changes) {
    var fields = new EnumMap<ListField, String>(ListField.class);
    fields.put(ListField.FAMILY, "ВИГАДАНЕНКО");
    fields.put(ListField.GIVEN, " Гaнна ");
    fields.put(ListField.PATRONYMIC, "Прикладівна");
    fields.put(ListField.BIRTH_DATE, "17.04.1951 00:00:00");
    fields.put(ListField.RNOKPP, NUMBER);
    fields.put(ListField.SETTLEMENT, "Алчевськ");
    fields.put(ListField.PHONE, "(050) 000-00-01");
    fields.put(ListField.PASSPORT, "ек № 123456");
    fields.putAll(changes);
    return RULES.read(7, fields, TODAY);
  }

  private static ImportMapping mapping(ListField name) {
    return new ImportMapping(
        ListSource.PENSION_FUND,
        TestPeople.LUHANSK_OBLAST,
        null,
        null,
        DateOrder.DAY_MONTH_YEAR,
        Map.of("Імя", name));
  }
}
