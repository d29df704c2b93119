package ua.vidnova.registry.matching.spelling;

import java.util.HashMap;
import java.util.Map;

/**
 * Keys that belong to one name, such as those of Олексій and Алексей. Each group goes by its first
 * member in alphabetical order, so that the same data always give the same answer.
 */
final class SameNames {

  private final Map<String, String> above = new HashMap<>();

  /** Says that both keys are of one name. */
  void join(String one, String other) {
    var first = groupOf(one);
    var second = groupOf(other);
    if (first.compareTo(second) < 0) {
      above.put(second, first);
    } else if (!first.equals(second)) {
      above.put(first, second);
    }
  }

  /** The group of a key; a key that was never joined is a group by itself. */
  String groupOf(String key) {
    var group = key;
    for (var next = above.get(group); next != null; next = above.get(group)) {
      group = next;
    }
    return group;
  }
}
