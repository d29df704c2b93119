package ua.vidnova.chassis.problems;

import java.sql.SQLException;

/** Tells an outage, which passes by itself, from a failure that will come again. */
public final class Outages {

  private Outages() {}

  /** True when the database could not be reached, went away, or has no room just now. */
  public static boolean isDatabaseOutage(Throwable failure) {
    return anyCause(failure, Outages::isOutage);
  }

  /** True when two transactions got in each other's way and either may simply be repeated. */
  public static boolean isCollision(Throwable failure) {
    return anyCause(failure, sql -> stateOf(sql).startsWith("40"));
  }

  private static boolean isOutage(SQLException failure) {
    var state = stateOf(failure);
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53")
        || (state.isEmpty()
            && failure.getMessage() != null
            && failure.getMessage().contains("acquisition timeout"));
  }

  private static boolean anyCause(
      Throwable failure, java.util.function.Predicate<SQLException> test) {
    var depth = 0;
    for (var t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
      if (t instanceof SQLException sql && test.test(sql)) {
        return true;
      }
      for (var suppressed : t.getSuppressed()) {
        if (suppressed instanceof SQLException sql && test.test(sql)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String stateOf(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }
}
