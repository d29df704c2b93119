package ua.vidnova.payments.channel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.payments.batch.PaymentWindowRule.Window;

/**
 * A cash point that works, as it serves one settlement.
 *
 * @param operator ЄДРПОУ
 * @param limited works with restrictions
 * @param weekdays with dates, the days on which it is there; both empty for any day
 * @param limits of one sum
 */
public record Place(
    UUID id,
    String operator,
    Kind kind,
    boolean limited,
    Set<DayOfWeek> weekdays,
    Set<LocalDate> dates,
    Limits limits) {

  /** Those that a resident can be paid at; banks and ATMs belong to accounts. */
  public enum Kind {
    POST,
    TILL
  }

  /**
   * Kopiykas; each null when there is no such limit.
   *
   * @param dailyFloatMinor cash for a day; one sum cannot be more
   */
  public record Limits(Long minMinor, Long maxMinor, Long multipleMinor, Long dailyFloatMinor) {

    boolean allow(long sumMinor) {
      return (minMinor == null || sumMinor >= minMinor)
          && (maxMinor == null || sumMinor <= maxMinor)
          && (dailyFloatMinor == null || sumMinor <= dailyFloatMinor)
          && (multipleMinor == null || sumMinor % multipleMinor == 0);
    }
  }

  boolean isThereAnyDay() {
    return weekdays.isEmpty() && dates.isEmpty();
  }

  /** The next day on which it is there; empty when any day will do, or none is left. */
  Optional<LocalDate> nextDay(Window window) {
    return window
        .from()
        .datesUntil(window.to().plusDays(1))
        .filter(day -> weekdays.contains(day.getDayOfWeek()) || dates.contains(day))
        .findFirst();
  }

  boolean comesWithin(Window window) {
    return isThereAnyDay() || nextDay(window).isPresent();
  }
}
