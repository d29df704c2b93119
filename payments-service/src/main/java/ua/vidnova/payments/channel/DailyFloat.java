package ua.vidnova.payments.channel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cash that one till can hand out on each day, less what is promised already; kopiykas. */
public final class DailyFloat {

  private final long floatMinor;
  private final Map<LocalDate, Long> promised;

  /**
   * A float with its promises.
   *
   * @param promised by day; days of which nothing is promised are absent
   */
  public DailyFloat(long floatMinor, Map<LocalDate, Long> promised) {
    this.floatMinor = floatMinor;
    this.promised = new HashMap<>(promised);
  }

  /** Promises a sum on the first of some days that has so much left; empty when none has. */
  public Optional<LocalDate> promise(long sumMinor, List<LocalDate> days) {
    var day = days.stream().filter(one -> sumMinor <= leftOn(one)).findFirst();
    day.ifPresent(one -> promised.merge(one, sumMinor, Math::addExact));
    return day;
  }

  private long leftOn(LocalDate day) {
    return floatMinor - promised.getOrDefault(day, 0L);
  }
}
