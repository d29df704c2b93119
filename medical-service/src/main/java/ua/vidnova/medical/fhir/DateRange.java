package ua.vidnova.medical.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * A date as FHIR searches write it: a prefix, then a year, month, day or time. Days without a zone
 * are Kyiv's. See the FHIR R4 specification, Search, "date".
 *
 * @param start first instant of the value
 * @param end first instant behind the value
 */
record DateRange(Prefix prefix, Instant start, Instant end) {

  /** How a resource's time stands to the value. */
  enum Prefix {
    EQ,
    NE,
    GT,
    LT,
    GE,
    LE,
    SA,
    EB,
    AP
  }

  private static final Pattern FORM = Pattern.compile("([a-z]{2})?(\\d{4}[0-9T:.Z+-]*)");
  private static final int YEAR = 4;
  private static final int MONTH = 7;
  private static final int DAY = 10;
  private static final int MINUTE = 17;

  /** Empty when it cannot be read. */
  static Optional<DateRange> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      var name = form.group(1);
      return Optional.of(
          of(
              name == null ? Prefix.EQ : Prefix.valueOf(name.toUpperCase(Locale.ROOT)),
              form.group(2)));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static DateRange of(Prefix prefix, String value) {
    return switch (value.length()) {
      case YEAR ->
          days(prefix, Year.parse(value).atDay(1), Year.parse(value).plusYears(1).atDay(1));
      case MONTH ->
          days(
              prefix,
              YearMonth.parse(value).atDay(1),
              YearMonth.parse(value).plusMonths(1).atDay(1));
      case DAY -> days(prefix, LocalDate.parse(value), LocalDate.parse(value).plusDays(1));
      default -> {
        var start = OffsetDateTime.parse(value).toInstant();
        yield new DateRange(prefix, start, start.plus(1, precision(value)));
      }
    };
  }

  private static ChronoUnit precision(String time) {
    return time.contains(".")
        ? ChronoUnit.MILLIS
        : time.replaceAll("[+-]\\d\\d:\\d\\d$", "Z").length() == MINUTE
            ? ChronoUnit.MINUTES
            : ChronoUnit.SECONDS;
  }

  private static DateRange days(Prefix prefix, LocalDate first, LocalDate behind) {
    return new DateRange(
        prefix,
        first.atStartOfDay(KyivCalendar.KYIV).toInstant(),
        behind.atStartOfDay(KyivCalendar.KYIV).toInstant());
  }
}
