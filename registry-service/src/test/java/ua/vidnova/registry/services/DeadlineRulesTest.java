package ua.vidnova.registry.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.registry.services.OfferedService.DayKind;
import ua.vidnova.registry.services.OfferedService.Term;

class DeadlineRulesTest {

  /** 2026-11-20 is a Friday; 2026-11-26 is closed. */
  @ParameterizedTest(name = "{0} + {1} {2} = {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-16 | 0  | CALENDAR | 2026-11-16 | the same day
          2026-11-16 | 1  | CALENDAR | 2026-11-17 | runs from the day after
          2026-11-20 | 1  | CALENDAR | 2026-11-23 | ends on a Saturday, so on Monday
          2026-11-20 | 2  | CALENDAR | 2026-11-23 | ends on a Sunday, so on Monday
          2026-11-16 | 10 | CALENDAR | 2026-11-27 | ends on a day off, so on the next
          2026-11-16 | 30 | CALENDAR | 2026-12-16 | into the next month
          2026-11-21 | 0  | CALENDAR | 2026-11-23 | submitted on a Saturday
          2026-11-16 | 0  | WORKING  | 2026-11-16 | the same day
          2026-11-16 | 1  | WORKING  | 2026-11-17 | the next day
          2026-11-20 | 1  | WORKING  | 2026-11-23 | over the week-end
          2026-11-21 | 1  | WORKING  | 2026-11-23 | submitted on a Saturday
          2026-11-20 | 5  | WORKING  | 2026-11-30 | over two week-ends and a day off
          """)
  void the_deadline_follows_from_the_term(
      LocalDate submittedOn, int days, DayKind kind, LocalDate deadline, String why) {
    assertThat(
            DeadlineRules.deadline(
                submittedOn, new Term(days, kind, why), Set.of(LocalDate.of(2026, 11, 26))))
        .isEqualTo(deadline);
  }
}
