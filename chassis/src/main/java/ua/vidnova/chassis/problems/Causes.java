package ua.vidnova.chassis.problems;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/** Where a failure comes from, as far as it says. */
final class Causes {

  private static final int MAX = 50;

  private Causes() {}

  /**
   * The failure, its causes and what they suppress, each once, the nearest first; at most 50. A
   * commit that lost its connection says so only in the cause of what its rollback suppressed.
   */
  static List<Throwable> of(Throwable failure) {
    var found = new ArrayDeque<Throwable>();
    var known = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
    var left = new ArrayDeque<>(List.of(failure));
    while (!left.isEmpty() && found.size() < MAX) {
      var next = left.pop();
      if (known.add(next)) {
        found.add(next);
        if (next.getCause() != null) {
          left.add(next.getCause());
        }
        left.addAll(List.of(next.getSuppressed()));
      }
    }
    return List.copyOf(found);
  }
}
