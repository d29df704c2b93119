package ua.vidnova.registry.matching;

import java.time.LocalDate;

/**
 * A date of which only the year, or year and month, may be known.
 *
 * @param month 1 to 12; null when only the year is known
 * @param day 1 to 31; null when it is not known; never without a month
 */
public record PartialDate(int year, Integer month, Integer day) {

  public PartialDate {
    if (month == null && day != null) {
      throw new IllegalArgumentException("A day needs its month");
    }
  }

  /** A date that is wholly known; null for null. */
  public static PartialDate of(LocalDate date) {
    return date == null
        ? null
        : new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  public boolean isWhole() {
    return day != null;
  }
}
