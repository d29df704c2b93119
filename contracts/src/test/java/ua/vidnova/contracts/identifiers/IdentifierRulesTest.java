package ua.vidnova.contracts.identifiers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the rule tables under {@code contracts/rules}, which the field app runs as well. */
class IdentifierRulesTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/contracts/rules/rnokpp.csv", numLinesToSkip = 1)
  void a_rnokpp_is_judged_as_in_its_table(
      String number, String valid, LocalDate birthDate, Sex sex, String why) {
    assertThat(Rnokpp.isValid(number)).as(why).isEqualTo(valid.equals("yes"));
    if (valid.equals("yes")) {
      assertThat(Rnokpp.birthDate(number)).as(why).isEqualTo(birthDate);
      assertThat(Rnokpp.sex(number)).as(why).isEqualTo(sex);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> Rnokpp.birthDate(number));
      assertThatIllegalArgumentException().isThrownBy(() -> Rnokpp.sex(number));
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/contracts/rules/edrpou.csv", numLinesToSkip = 1)
  void an_edrpou_is_judged_as_in_its_table(String number, String valid, String why) {
    assertThat(Edrpou.isValid(number)).as(why).isEqualTo(valid.equals("yes"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/contracts/rules/unzr.csv", numLinesToSkip = 1)
  void an_unzr_is_judged_as_in_its_table(
      String number, String valid, LocalDate birthDate, String why) {
    assertThat(Unzr.isValid(number)).as(why).isEqualTo(valid.equals("yes"));
    if (valid.equals("yes")) {
      assertThat(Unzr.birthDate(number)).as(why).isEqualTo(birthDate);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> Unzr.birthDate(number));
    }
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/contracts/rules/document-numbers.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false,
      emptyValue = "")
  void a_document_number_is_judged_as_in_its_table(
      DocumentType type, String typed, String normalised, String valid, String usual, String why) {
    String number = typed == null ? "" : typed;
    String expected = normalised == null ? "" : normalised;
    assertThat(type.normalise(number)).as(why).isEqualTo(expected);
    assertThat(type.normalise(expected)).as("normalising again").isEqualTo(expected);
    assertThat(type.matches(number)).as(why).isEqualTo(valid.equals("yes"));
    assertThat(type.isUsual(number)).as(why).isEqualTo(usual.equals("yes"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/contracts/rules/transliteration-kmu55.csv", numLinesToSkip = 1)
  void ukrainian_becomes_latin_as_in_the_table(String ukrainian, String latin, String why) {
    assertThat(TransliterationKmu55.toLatin(ukrainian)).as(why).isEqualTo(latin);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/contracts/rules/document-types.csv", numLinesToSkip = 1)
  void some_documents_need_the_date_on_which_they_expire(DocumentType type, String expiryRequired) {
    assertThat(type.expiryRequired()).isEqualTo(expiryRequired.equals("yes"));
  }

  @Test
  void every_document_type_has_its_rows_in_the_tables() throws IOException {
    for (String table : List.of("document-types.csv", "document-numbers.csv")) {
      try (var file = IdentifierRulesTest.class.getResourceAsStream("/contracts/rules/" + table)) {
        assertThat(new String(file.readAllBytes(), UTF_8).lines().skip(1))
            .extracting(line -> line.split(",", 2)[0])
            .containsOnly(
                Arrays.stream(DocumentType.values()).map(Enum::name).toArray(String[]::new));
      }
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "UA4402001001003724", "UA440200100100372420", "ua44020010010037242"})
  void a_malformed_territory_code_is_refused(String code) {
    assertThat(TerritoryCode.isWellFormed(code)).isFalse();
  }

  @Test
  void a_territory_code_is_two_letters_and_seventeen_digits() {
    assertThat(TerritoryCode.isWellFormed("UA44020010010037242")).isTrue();
  }

  @Test
  void no_number_is_no_valid_number() {
    assertThat(Rnokpp.isValid(null)).isFalse();
    assertThat(Edrpou.isValid(null)).isFalse();
    assertThat(Unzr.isValid(null)).isFalse();
    assertThat(DocumentType.values()).noneMatch(type -> type.matches(null) || type.isUsual(null));
  }

  @Test
  void an_invented_rnokpp_holds_what_it_was_made_from() {
    for (LocalDate birth : List.of(LocalDate.of(1900, 1, 1), LocalDate.of(2173, 10, 14))) {
      for (int serial = 0; serial <= Rnokpp.SERIAL_MAX; serial++) {
        for (boolean male : new boolean[] {true, false}) {
          String number = Rnokpp.of(birth, serial, male);
          assertThat(Rnokpp.isValid(number)).isTrue();
          assertThat(Rnokpp.birthDate(number)).isEqualTo(birth);
          assertThat(Rnokpp.sex(number)).isEqualTo(male ? Sex.MALE : Sex.FEMALE);
        }
      }
    }
  }

  @Test
  void a_rnokpp_is_not_invented_for_what_it_cannot_hold() {
    var day = LocalDate.of(1951, 4, 17);
    assertThatIllegalArgumentException().isThrownBy(() -> Rnokpp.of(day, -1, true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rnokpp.of(day, Rnokpp.SERIAL_MAX + 1, true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rnokpp.of(LocalDate.of(1899, 12, 31), 0, true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rnokpp.of(LocalDate.of(2173, 10, 15), 0, true));
  }
}
