package ua.vidnova.payments.batch;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * On which days a period is paid (Law 1058-IV art. 47): within the window of its month, and earlier
 * rather than later when a day falls on a weekend. What is late is paid at once.
 */
public final class PaymentWindowRule {

  private PaymentWindowRule() {}

  /** The days from and to which a partner pays; equal when it is the last day or late. */
  public record Window(LocalDate from, LocalDate to) {}

  /**
   * The days on which a partner that takes its file today pays a period.
   *
   * @param firstDay day of the month, from the law
   * @param lastDay day of the month, from the law
   */
  public static Window window(YearMonth period, LocalDate today, int firstDay, int lastDay) {
    var opens = period.atDay(firstDay);
    var closes = workingDayUpTo(period.atDay(lastDay), opens);
    var from = today.isAfter(opens) ? today : opens;
    return new Window(from, from.isAfter(closes) ? from : closes);
  }

  private static LocalDate workingDayUpTo(LocalDate day, LocalDate earliest) {
    var working = day;
    while (isWeekend(working) && working.isAfter(earliest)) {
      working = working.minusDays(1);
    }
    return working;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
