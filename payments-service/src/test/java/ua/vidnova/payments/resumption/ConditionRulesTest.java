package ua.vidnova.payments.resumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.resident.EvidenceLevel;

class ConditionRulesTest {

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
      LocalDate declaredOn,
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
                declaredOn,
                channel,
                deceased.equals("yes"),
                missing.equals("yes")));

    var names = expected == null ? new String[0] : expected.split(" ");
    assertThat(open)
        .containsExactlyElementsOf(Arrays.stream(names).map(Condition::valueOf).toList());
  }
}
