package ua.vidnova.payments.resumption;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.payments.award.PayableUnit;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.overlap.Overlap;
import ua.vidnova.payments.overlap.OverlapMonths;

/** The months that a derivation leaves out: paid, on their way, or with a Russian pension. */
final class LeftOutMonths {

  private LeftOutMonths() {}

  /** By award, in one query of each kind; awards without any are absent. */
  static Map<UUID, Set<YearMonth>> of(Collection<UUID> awardIds, LocalDate today, TermBook law) {
    var months = new HashMap<UUID, Set<YearMonth>>();
    PayableUnit.monthsOnTheirWay(awardIds)
        .forEach((id, some) -> months.put(id, new HashSet<>(some)));
    OverlapMonths.leftOut(
            Overlap.listOf(awardIds),
            law.on(today, TermCode.OVERLAP_MONTHS_OWED),
            YearMonth.from(today))
        .forEach((id, some) -> months.computeIfAbsent(id, any -> new HashSet<>()).addAll(some));
    return months;
  }
}
