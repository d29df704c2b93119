package ua.vidnova.payments.awardimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.payments.award.PensionKind;
import ua.vidnova.payments.awardimport.AwardLineRules.Reading;

class AwardLineRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Map<String, String> GOOD =
      Map.of(
          "rnokpp", "1873412342",
          "familyName", "Вигаданенко",
          "givenName", "Ганна",
          "patronymic", "Прикладівна",
          "birthDate", "1951-04-17",
          "monthlyAmount", "3460.25",
          "firstUnpaidMonth", "2026-11",
          "stopReason", "OCCUPIED_TERRITORY",
          "fault", "AUTHORITY",
          "settlement", "UA44020010010037242");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/rules/award-lines.csv",
      delimiter = '|',
      quoteCharacter = '\'',
      numLinesToSkip = 1)
  void reads_a_field_as_the_table_says(
      String name, String field, String text, LineRefusal refusal) {
    var fields = new HashMap<>(GOOD);
    fields.put(field, text == null ? "" : text);

    var reading = AwardLineRules.read(7, column -> fields.getOrDefault(column, ""), TODAY);

    if (refusal == null) {
      assertThat(reading).isInstanceOf(Reading.Kept.class);
    } else {
      assertThat(reading)
          .isEqualTo(new Reading.Refused(List.of(new RefusedLine(7, field, refusal))));
    }
  }

  @Test
  void names_every_field_that_is_wrong() {
    var reading = AwardLineRules.read(2, field -> "", TODAY);

    assertThat(((Reading.Refused) reading).refusals())
        .extracting(RefusedLine::field)
        .containsExactly(
            "rnokpp",
            "familyName",
            "givenName",
            "birthDate",
            "monthlyAmount",
            "firstUnpaidMonth",
            "stopReason",
            "fault",
            "settlement");
  }

  @Test
  void takes_the_amount_to_the_kopiyka() {
    var line = readable(GOOD);

    assertThat(line.monthlyAmountMinor()).isEqualTo(346_025);
  }

  @Test
  void two_lines_that_say_the_same_have_the_same_content_wherever_they_stand() {
    var one = (Reading.Kept) AwardLineRules.read(2, column -> GOOD.getOrDefault(column, ""), TODAY);
    var other =
        (Reading.Kept) AwardLineRules.read(99, column -> GOOD.getOrDefault(column, ""), TODAY);

    assertThat(one.award().contentSha256()).isEqualTo(other.award().contentSha256());
  }

  @Test
  void lines_that_differ_in_any_field_have_another_content() {
    var changes =
        Map.of(
            "familyName", "Прикладко",
            "givenName", "Марія",
            "patronymic", "",
            "birthDate", "1951-04-18",
            "monthlyAmount", "3460.26",
            "firstUnpaidMonth", "2026-10",
            "stopReason", "NO_DECLARATION",
            "fault", "PENSIONER",
            "grantedOn", "2010-05-11");
    var original = readable(GOOD).contentSha256();

    changes.forEach(
        (field, text) -> {
          var fields = new HashMap<>(GOOD);
          fields.put(field, text);
          assertThat(readable(fields).contentSha256()).as(field).isNotEqualTo(original);
        });
  }

  @Test
  void takes_what_a_derivation_needs_when_it_is_told() {
    var fields = new HashMap<>(GOOD);
    fields.putAll(
        Map.of(
            "pensionKind", "OLD_AGE",
            "grantedOn", "2010-05-11",
            "baseAmount", "3000.25",
            "insuranceYears", "36",
            "working", "false",
            "sex", "FEMALE"));

    assertThat(readable(fields).details())
        .isEqualTo(
            new PensionDetails(
                PensionKind.OLD_AGE, LocalDate.of(2010, 5, 11), 300_025L, 36, false, Sex.FEMALE));
    assertThat(readable(GOOD).details()).isEqualTo(PensionDetails.NONE);
  }

  @Test
  void shows_no_personal_data_when_printed() {
    assertThat(readable(GOOD)).hasToString("AwardLine[7]");
  }

  private static AwardLine readable(Map<String, String> fields) {
    return ((Reading.Kept) AwardLineRules.read(7, column -> fields.getOrDefault(column, ""), TODAY))
        .award();
  }
}
