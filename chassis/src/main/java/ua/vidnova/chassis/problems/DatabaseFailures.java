package ua.vidnova.chassis.problems;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/** Tells what a failure of the database means: an outage that passes, a collision, a bug. */
public final class DatabaseFailures {

  private static final int LOOKED_MAX = 50;

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

  /**
   * Looks through causes and what they suppress: a commit that lost its connection says so only in
   * the cause of what its rollback suppressed.
   */
  private static boolean anyCause(Throwable failure, Predicate<SQLException> test) {
    var looked = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
    var left = new ArrayDeque<>(List.of(failure));
    while (!left.isEmpty() && looked.size() < LOOKED_MAX) {
      var next = left.pop();
      if (!looked.add(next)) {
        continue;
      }
      if (next instanceof SQLException sql && test.test(sql)) {
        return true;
      }
      if (next.getCause() != null) {
        left.add(next.getCause());
      }
      left.addAll(List.of(next.getSuppressed()));
    }
    return false;
  }

  private static String stateOf(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }
}
