package ua.vidnova.coordination.cashpoint;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * A settlement whose people get money at a cash point, and when; with neither weekdays nor dates,
 * on any day.
 *
 * @param settlement KATOTTG code
 * @param weekdays days of every week, in their order
 * @param dates single days besides, in their order
 */
public record Served(String settlement, Set<DayOfWeek> weekdays, Set<LocalDate> dates) {

  public Served {
    weekdays = weekdays == null ? new TreeSet<>() : new TreeSet<>(weekdays);
    dates = dates == null ? new TreeSet<>() : new TreeSet<>(dates);
  }
}
