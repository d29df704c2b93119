package ua.vidnova.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRulesTest {

  @ParameterizedTest
  @CsvSource({
    "1951-04-17, 1951-04-17, EQUAL",
    "1951-04-07, 1951-07-04, DAY_MONTH_SWAPPED",
    "1951-04-17, 1951-04-18, NEIGHBOURING",
    "1951-04-30, 1951-05-01, NEIGHBOURING",
    "1950-12-31, 1951-01-01, NEIGHBOURING",
    "1951-04-17, 1957-04-17, ONE_DIGIT",
    "1951-04-17, 1951-04-27, ONE_DIGIT",
    "1951-04-17, 1951-01-01, FIRST_OF_JANUARY",
    "1951-01-01, 1951-11-01, ONE_DIGIT",
    "1982-02-03, 1928-02-03, EXCHANGED",
    "1951-04-12, 1951-04-21, EXCHANGED",
    "1951-01-17, 1951-10-17, EXCHANGED",
    "1959-04-17, 1960-04-17, ONE_FIELD",
    "2009-06-20, 1999-06-20, ONE_FIELD",
    "1951-04-17, 1951-11-17, ONE_FIELD",
    "1951-04-17, 1951-05-27, TWO_DIGITS",
    "1951-04-17, 1952-04-18, TWO_DIGITS",
    "1951-04-17, 1951-12-05, SAME_YEAR",
    "1951-04-17, 1987-11-02, DIFFERENT",
    "1951-04, 1951-04-17, YEAR_MONTH",
    "1951-05, 1951-04-17, DIFFERENT",
    "1951, 1951-04-17, YEAR",
    "1951, 1951, YEAR",
    "1952, 1951-04-17, NEAR_YEAR",
    "1953, 1951-04-17, DIFFERENT",
    ", 1951-04-17, MISSING",
    "1951-02-30, 1951-02-30, EQUAL",
    "1951-02-30, 1951-03-01, SAME_YEAR"
  })
  void dates_agree(String one, String other, Agreement level) {
    assertThat(DateRules.compare(date(one), date(other))).isEqualTo(level);
    assertThat(DateRules.compare(date(other), date(one))).isEqualTo(level);
  }

  private static PartialDate date(String text) {
    if (text == null) {
      return null;
    }
    var parts = Arrays.stream(text.split("-")).map(Integer::valueOf).toList();
    return new PartialDate(
        parts.get(0),
        parts.size() > 1 ? parts.get(1) : null,
        parts.size() > 2 ? parts.get(2) : null);
  }
}
