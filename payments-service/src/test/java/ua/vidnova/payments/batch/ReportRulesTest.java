package ua.vidnova.payments.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.payments.batch.ReportRules.Verdict;
import ua.vidnova.payments.batch.ReportRules.Word;
import ua.vidnova.payments.run.InstructionState;

class ReportRulesTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/report-lines.csv", delimiter = '|', numLinesToSkip = 1)
  void judges_as_the_table_says(
      String name,
      InstructionState knownState,
      LocalDate knownDay,
      Long knownAmount,
      InstructionState outcome,
      LocalDate day,
      Long toldAmount,
      InstructionState corrected,
      LocalDate correctedDay,
      Verdict expected) {
    var words = corrected == null ? Set.<Word>of() : Set.of(new Word(corrected, correctedDay));
    var known =
        knownState == null
            ? null
            : new ReportRules.Known(
                knownState, knownDay, knownAmount, new Proof.NotNeeded(), words);
    var line = new ReportedOutcome(null, new UUID(0, 1), outcome, day, null, toldAmount, null);

    assertThat(
            ReportRules.judge(line, known, LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 22)))
        .isEqualTo(expected);
  }
}
