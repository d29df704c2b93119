package ua.vidnova.medical.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the local items counted in a span of days.
 *
 * @param inForce by item, each name that stood on some day of the span, in order
 */
record LocalNames(Map<Integer, List<ItemName>> inForce) {

  static LocalNames on(Days days) {
    return of(LocalItem.listStandingUpTo(days.to()), days);
  }

  /**
   * The same from what was said.
   *
   * @param standing by first day; of each item and day at most one
   */
  static LocalNames of(List<LocalItem> standing, Days days) {
    var inForce = new HashMap<Integer, List<Optional<ItemName>>>();
    for (var one : standing) {
      var names = inForce.computeIfAbsent(one.item(), item -> new ArrayList<>());
      if (!one.validFrom().isAfter(days.from())) {
        names.clear();
      }
      names.add(one.name());
    }
    var named = new HashMap<Integer, List<ItemName>>();
    inForce.forEach(
        (item, names) ->
            named.put(item, names.stream().flatMap(Optional::stream).distinct().toList()));
    return new LocalNames(named);
  }

  /** The name at the end of the span, for those that had one. */
  Map<Integer, ItemName> last() {
    var last = new HashMap<Integer, ItemName>();
    inForce.forEach(
        (item, names) -> {
          if (!names.isEmpty()) {
            last.put(item, names.getLast());
          }
        });
    return last;
  }
}
