package ua.vidnova.payments.report.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoValuesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # amount           | of a list     | of a message
          3460.25            | 346025        | 346025
          3460               | 346000        | 346000
          0.00               | 0             | 0
          0003460.25         | 346025        | 346025
          3460.2             |               | 346020
          3460.25000         |               | 346025
          3460.              |               | 346000
          .25                |               | 25
          3460.255           |               |
          3460.25001         |               |
          1e9                |               |
          1E+2               |               |
          -3460.25           |               |
          +3460.25           |               |
          3460,25            |               |
          3 460.25           |               |
          '3460.25 '         |               |
          0x10               |               |
          NaN                |               |
          a lot              |               |
          ٣٤٦٠.٢٥            |               |
          ''                 |               |
                             |               |
          9999999999999.99   | 999999999999999 | 999999999999999
          99999999999999.00  |               | 9999999999999900
          999999999999999999 |               |
          """)
  void only_a_plain_decimal_is_a_sum(String amount, Long ofAList, Long ofAMessage) {
    assertThat(IsoValues.kopiykas(amount)).isEqualTo(ofAList);
    assertThat(IsoValues.kopiykas(amount, "UAH")).isEqualTo(ofAMessage);
    assertThat(IsoValues.kopiykas(amount, "USD")).isNull();
  }
}
