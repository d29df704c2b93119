package ua.vidnova.registry.lifestate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.facts.Fact.LifeEvent;
import ua.vidnova.registry.facts.StatedFact;
import ua.vidnova.registry.facts.TestFacts;
import ua.vidnova.registry.lifestate.LifeStateRules.Decision;
import ua.vidnova.registry.resident.LifeState;

class LifeStateRulesTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/life-states.csv", delimiter = '|', numLinesToSkip = 1)
  void decides_as_the_table_says(
      String name,
      LifeState state,
      LocalDate since,
      String by,
      LifeEvent.Event event,
      LocalDate on,
      String reportedBy,
      String expected) {
    var standing =
        by == null
            ? LifeStanding.sinceBirth(since)
            : LifeStanding.by(report(eventOf(state), since, by));

    var decision = LifeStateRules.judge(standing, TestPeople.BIRTH, report(event, on, reportedBy));

    assertThat(standing.state()).isEqualTo(state);
    assertThat(
            switch (decision) {
              case Decision.Becomes(var next) -> {
                assertThat(next.since()).isEqualTo(on);
                yield next.state().name();
              }
              case Decision.KnownAlready() -> "known";
              case Decision.EvidenceOnly() -> "evidence";
              case Decision.AwaitsCourt() -> "court";
              case Decision.DoesNotFit(var question) -> question.name();
            })
        .isEqualTo(expected);
  }

  private static StatedFact report(LifeEvent.Event event, LocalDate on, String by) {
    return TestFacts.stated(new LifeEvent(event, on), by);
  }

  private static LifeEvent.Event eventOf(LifeState state) {
    return switch (state) {
      case LIVING -> LifeEvent.Event.REAPPEARED;
      case DECEASED -> LifeEvent.Event.DEATH;
      case MISSING -> LifeEvent.Event.MISSING;
      case PRESUMED_DEAD -> LifeEvent.Event.PRESUMED_DEAD;
    };
  }
}
