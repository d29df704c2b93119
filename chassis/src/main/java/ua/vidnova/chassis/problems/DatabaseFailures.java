package ua.vidnova.chassis.problems;

import java.sql.SQLException;
import java.util.function.Predicate;

/** Tells what a failure of the database means: an outage that passes, a collision, a bug. */
public final class DatabaseFailures {

  private DatabaseFailures() {}

  /** True when the database could not be reached, went away, or has no room just now. */
  public static boolean isOutage(Throwable failure) {
    return anyCause(failure, DatabaseFailures::saysOutage);
  }

  /** True when two transactions got in each other's way and either may simply be repeated. */
  public static boolean isCollision(Throwable failure) {
    return anyCause(failure, sql -> stateOf(sql).startsWith("40"));
  }

  /** True when a unique constraint refused what another request has stored before. */
  public static boolean isDuplicate(Throwable failure) {
    return anyCause(failure, sql -> stateOf(sql).equals("23505"));
  }

  private static boolean saysOutage(SQLException failure) {
    var state = stateOf(failure);
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53")
        || (state.isEmpty()
            && failure.getMessage() != null
            && failure.getMessage().contains("acquisition timeout"));
  }

  private static boolean anyCause(Throwable failure, Predicate<SQLException> test) {
    return Causes.of(failure).stream()
        .anyMatch(cause -> cause instanceof SQLException sql && test.test(sql));
  }

  private static String stateOf(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }
}
