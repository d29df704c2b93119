package ua.vidnova.payments.resumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.payments.resumption.ResumptionState.Step;

class ResumptionStateTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/resumption-steps.csv", delimiter = '|', numLinesToSkip = 1)
  @SuppressWarnings("EnumOrdinal") // The columns stand in the order of the steps.
  void leads_where_the_table_says(ArgumentsAccessor row) {
    var state = ResumptionState.valueOf(row.getString(0));

    for (var step : Step.values()) {
      var expected =
          Optional.ofNullable(row.getString(1 + step.ordinal())).map(ResumptionState::valueOf);
      assertThat(state.after(step)).as(state + " " + step).isEqualTo(expected);
    }
  }
}
