package ua.vidnova.payments.law;

import java.time.LocalDate;
import java.time.Month;

/**
 * Until when something counts that has to be done each calendar year (CMU №299): to 31 December of
 * the year in which it was done, or of a later one.
 */
public final class CalendarYearRule {

  private CalendarYearRule() {}

  /**
   * The last day on which it counts.
   *
   * @param doneOn null when it was never done; so is the answer
   * @param years how many years later; without a limit it counts for ever
   */
  public static LocalDate countsUntil(LocalDate doneOn, Term years) {
    if (doneOn == null || years.isUnlimited()) {
      return doneOn == null ? null : LocalDate.MAX;
    }
    return LocalDate.of(doneOn.getYear() + years.value(), Month.DECEMBER, 31);
  }

  public static boolean counts(LocalDate doneOn, LocalDate today, Term years) {
    var last = countsUntil(doneOn, years);
    return last != null && !today.isAfter(last);
  }
}
