package ua.vidnova.registry.lifestate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.registry.lifestate.LifeStateRules.Decision;
import ua.vidnova.registry.resident.LifeState;

class LifeStateRulesTest {

  private static final LocalDate BIRTH = LocalDate.of(1951, 4, 17);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LIVING   | 1951-04-17 | 2026-11-19 | died
          LIVING   | 1951-04-17 | 2026-11-22 | died
          LIVING   | 1951-04-17 | 1951-04-17 | died
          LIVING   | 1951-04-17 | 2026-11-23 | DEATH_IN_THE_FUTURE
          LIVING   | 1951-04-17 | 1951-04-16 | DEATH_BEFORE_BIRTH
          DECEASED | 2026-11-19 | 2026-11-19 | known
          DECEASED | 2026-11-19 | 2026-11-18 | OTHER_DAY_OF_DEATH
          DECEASED | 2026-11-19 | 2026-11-20 | OTHER_DAY_OF_DEATH
          DECEASED | 2026-11-19 | 2026-11-23 | DEATH_IN_THE_FUTURE
          """)
  void the_first_death_that_can_be_true_counts(
      LifeState state, LocalDate since, LocalDate diedOn, String decided) {
    var decision = LifeStateRules.onDeath(state, since, BIRTH, diedOn, TODAY);
    assertThat(
            switch (decision) {
              case Decision.Died(var day) -> day.equals(diedOn) ? "died" : "another day";
              case Decision.KnownAlready() -> "known";
              case Decision.DoesNotFit(var question) -> question.name();
            })
        .isEqualTo(decided);
  }
}
