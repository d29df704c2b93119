package ua.vidnova.registry.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PrecedenceRulesTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/precedence.csv", delimiter = '|', numLinesToSkip = 1)
  void judges_as_the_table_says(
      String name,
      Slot slot,
      String standing,
      String standingBy,
      LocalDate standingSince,
      String offered,
      String offeredBy,
      LocalDate offeredSince,
      FactOutcome outcome) {
    var stands =
        standing == null
            ? null
            : TestFacts.stated(TestFacts.value(slot, standing), standingBy, standingSince);
    var comes = TestFacts.stated(TestFacts.value(slot, offered), offeredBy, offeredSince);

    assertThat(PrecedenceRules.judge(slot, stands, comes)).isEqualTo(outcome);
  }
}
