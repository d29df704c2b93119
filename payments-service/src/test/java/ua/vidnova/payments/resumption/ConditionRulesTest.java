package ua.vidnova.payments.resumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.payments.identification.Standing;
import ua.vidnova.payments.law.Term;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.resident.EvidenceLevel;

class ConditionRulesTest {

  private static final TermBook LAW =
      new TermBook(
          List.of(
              thisYear(TermCode.IDENTIFICATION_RESUMES_YEARS),
              thisYear(TermCode.DECLARATION_RESUMES_YEARS)));

  private static Term thisYear(TermCode code) {
    return new Term(code, 0, "act", "article", LocalDate.of(2025, 3, 20), null, "test");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/conditions.csv", delimiter = '|', numLinesToSkip = 1)
  void finds_what_the_table_says(
      String name,
      String awardFamilyName,
      String residentFamilyName,
      LocalDate awardBirth,
      LocalDate residentBirth,
      String sameNumber,
      String claimedTwice,
      EvidenceLevel evidence,
      LocalDate identifiedOn,
      LocalDate declaredOn,
      String russianPension,
      String settlementKnown,
      Channel channel,
      String deceased,
      String missing,
      String behind,
      String expected) {
    var open =
        ConditionRules.open(
            new ConditionRules.AwardFacts(
                "1873412342", awardFamilyName, awardBirth, behind.equals("yes")),
            new ConditionRules.ResidentFacts(
                sameNumber.equals("yes") ? "1873412342" : "3652504575",
                claimedTwice.equals("yes"),
                residentFamilyName,
                residentBirth,
                evidence,
                new Standing(identifiedOn, declaredOn),
                russianPension.equals("yes"),
                settlementKnown.equals("yes") ? "UA44020010010037242" : null,
                channel,
                deceased.equals("yes"),
                missing.equals("yes")),
            LocalDate.of(2026, 11, 20),
            LAW);

    var names = expected == null ? new String[0] : expected.split(" ");
    assertThat(open)
        .containsExactlyElementsOf(Arrays.stream(names).map(Condition::valueOf).toList());
  }
}
