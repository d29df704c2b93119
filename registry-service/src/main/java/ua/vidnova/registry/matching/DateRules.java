package ua.vidnova.registry.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import ua.vidnova.registry.matching.spelling.Slips;

/** Decides at which level two birth dates agree. Symmetric; the examples are in its test. */
final class DateRules {

  private DateRules() {}

  /** Two dates; either may be null, or known only by its year, or year and month. */
  static Agreement compare(PartialDate a, PartialDate b) {
    if (a == null || b == null) {
      return Agreement.MISSING;
    }
    if (!a.isWhole() || !b.isWhole()) {
      return partly(a, b);
    }
    if (a.equals(b)) {
      return Agreement.EQUAL;
    }
    if (a.year() == b.year() && a.month().equals(b.day()) && a.day().equals(b.month())) {
      return Agreement.DAY_MONTH_SWAPPED;
    }
    if (areNeighbours(a, b)) {
      return Agreement.NEIGHBOURING;
    }
    var digits = digitsApart(a, b);
    if (digits == 1) {
      return Agreement.ONE_DIGIT;
    }
    if (a.year() == b.year() && isFirstOfJanuary(a) != isFirstOfJanuary(b)) {
      return Agreement.FIRST_OF_JANUARY;
    }
    if (fieldsApart(a, b) == 1) {
      return isExchanged(a, b) ? Agreement.EXCHANGED : Agreement.ONE_FIELD;
    }
    if (digits == 2) {
      return Agreement.TWO_DIGITS;
    }
    return a.year() == b.year() ? Agreement.SAME_YEAR : Agreement.DIFFERENT;
  }

  private static int fieldsApart(PartialDate a, PartialDate b) {
    return (a.year() == b.year() ? 0 : 1)
        + (a.month().equals(b.month()) ? 0 : 1)
        + (a.day().equals(b.day()) ? 0 : 1);
  }

  /** Of two dates with two digits of one field apart. */
  private static boolean isExchanged(PartialDate a, PartialDate b) {
    return Slips.between(digits(a), digits(b)) == 1;
  }

  private static String digits(PartialDate date) {
    return "%04d-%02d-%02d".formatted(date.year(), date.month(), date.day());
  }

  private static Agreement partly(PartialDate a, PartialDate b) {
    if (a.year() == b.year()) {
      if (a.month() == null || b.month() == null) {
        return Agreement.YEAR;
      }
      return Objects.equals(a.month(), b.month()) ? Agreement.YEAR_MONTH : Agreement.DIFFERENT;
    }
    return Math.abs(a.year() - b.year()) == 1 && (a.month() == null || b.month() == null)
        ? Agreement.NEAR_YEAR
        : Agreement.DIFFERENT;
  }

  private static boolean areNeighbours(PartialDate a, PartialDate b) {
    try {
      return Math.abs(ChronoUnit.DAYS.between(date(a), date(b))) == 1;
    } catch (DateTimeException notInTheCalendar) {
      return false;
    }
  }

  private static LocalDate date(PartialDate date) {
    return LocalDate.of(date.year(), date.month(), date.day());
  }

  private static int digitsApart(PartialDate a, PartialDate b) {
    var apart = 0;
    var one = (a.year() * 100 + a.month()) * 100 + a.day();
    var other = (b.year() * 100 + b.month()) * 100 + b.day();
    for (; one > 0 || other > 0; one /= 10, other /= 10) {
      apart += one % 10 == other % 10 ? 0 : 1;
    }
    return apart;
  }

  private static boolean isFirstOfJanuary(PartialDate date) {
    return date.month() == 1 && date.day() == 1;
  }
}
