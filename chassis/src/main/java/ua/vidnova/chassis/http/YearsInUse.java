package ua.vidnova.chassis.http;

import java.time.DateTimeException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/** The years that what people hand in may name: any other is a slip or an attack. */
public final class YearsInUse {
  private static final int FIRST = 1800;
  private static final int LAST = 2999;

  private YearsInUse() {}

  /**
   * The same day, month or time.
   *
   * @throws DateTimeException when its year is before 1800 or after 2999
   */
  public static <T extends Temporal> T check(T time) {
    var year = time.get(ChronoField.YEAR);
    if (year < FIRST || year > LAST) {
      throw new DateTimeException("Not a year in use");
    }
    return time;
  }
}
