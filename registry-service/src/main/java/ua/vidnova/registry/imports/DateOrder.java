package ua.vidnova.registry.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The order in which a list writes days; points, slashes and hyphens are all taken. */
public enum DateOrder {
  /** 17.04.1951 */
  DAY_MONTH_YEAR("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})", 3, 2, 1),
  /** 1951-04-17 */
  YEAR_MONTH_DAY("([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})", 1, 2, 3),
  /** 04/17/1951 */
  MONTH_DAY_YEAR("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})", 3, 1, 2);

  /** Exports of databases add midnight to a day. */
  private static final String MIDNIGHT = "(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?)?";

  private final Pattern pattern;
  private final int year;
  private final int month;
  private final int day;

  DateOrder(String pattern, int year, int month, int day) {
    this.pattern = Pattern.compile(pattern + MIDNIGHT);
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** Reads a day; empty when it is not written in this order or never was. */
  Optional<LocalDate> read(String text) {
    var parts = pattern.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(parts.group(year)),
              Integer.parseInt(parts.group(month)),
              Integer.parseInt(parts.group(day))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
