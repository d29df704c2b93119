package ua.vidnova.payments.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PaymentWindowRuleTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/payment-window.csv", delimiter = '|', numLinesToSkip = 1)
  void opens_as_the_table_says(
      String name, YearMonth period, LocalDate today, LocalDate from, LocalDate to) {
    assertThat(PaymentWindowRule.window(period, today, 4, 25))
        .isEqualTo(new PaymentWindowRule.Window(from, to));
  }
}
