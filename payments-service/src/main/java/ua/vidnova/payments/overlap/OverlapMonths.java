package ua.vidnova.payments.overlap;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.payments.law.Term;

/** The months of overlaps that a derivation leaves out, if the law says that they are not owed. */
public final class OverlapMonths {

  private OverlapMonths() {}

  /**
   * By award; awards without any are absent.
   *
   * @param owed 0 when such months are not owed
   * @param until an overlap that lasts reaches to this month
   */
  public static Map<UUID, Set<YearMonth>> leftOut(
      Collection<Overlap> overlaps, Term owed, YearMonth until) {
    var months = new HashMap<UUID, Set<YearMonth>>();
    if (owed.isUnlimited() || owed.value() > 0) {
      return months;
    }
    for (var overlap : overlaps) {
      var period = overlap.period();
      var last = period.to() == null ? until : period.to();
      Stream.iterate(period.from(), month -> !month.isAfter(last), month -> month.plusMonths(1))
          .forEach(months.computeIfAbsent(overlap.awardId(), id -> new HashSet<>())::add);
    }
    return months;
  }
}
