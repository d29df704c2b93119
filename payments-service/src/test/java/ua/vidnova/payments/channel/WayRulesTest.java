package ua.vidnova.payments.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.payments.batch.PaymentWindowRule;
import ua.vidnova.payments.resident.Channel;

class WayRulesTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/ways.csv", delimiter = '|', numLinesToSkip = 1)
  void chooses_as_the_table_says(ArgumentsAccessor cells) {
    var row = new WayCase(cells.getInvocationIndex(), cells);

    assertThat(WayRules.choose(row.facts())).isEqualTo(row.expected());
  }

  @Test
  void without_partners_nothing_works() {
    var facts =
        new WayFacts(
            Channel.BANK,
            null,
            WayCase.IBAN,
            true,
            List.of(),
            null,
            List.of(1L),
            new WayFacts.Banks(null, Map.of()),
            Map.of(),
            PaymentWindowRule.window(WayCase.PERIOD, WayCase.TODAY, 4, 25));

    assertThat(WayRules.choose(facts)).isEqualTo(Way.held(WayReason.NO_PARTNER));
    assertThat(WayRules.tryAll(facts).values())
        .containsExactly(
            new WayRules.Try.Closed(WayReason.NO_PARTNER),
            new WayRules.Try.Closed(WayReason.NO_PARTNER),
            new WayRules.Try.Closed(WayReason.TILL_NOT_WORKING),
            new WayRules.Try.Closed(WayReason.NO_PARTNER));
  }
}
