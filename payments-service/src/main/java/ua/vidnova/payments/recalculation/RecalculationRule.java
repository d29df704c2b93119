package ua.vidnova.payments.recalculation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.derivation.DerivedMonth;
import ua.vidnova.payments.derivation.PensionRule;
import ua.vidnova.payments.law.LawBook;

/**
 * What an award's amounts become when they are derived anew: amounts in force from now on, and for
 * months that units were made of, what they rose or fell by. Nothing that was made changes; derived
 * again from the same law and facts, nothing is left to do.
 */
public final class RecalculationRule {

  private RecalculationRule() {}

  /**
   * What is known of an award.
   *
   * @param currentFrom first month that runs make payable
   * @param inForce by first month, what was put in force so far
   * @param made by month, from the first month on, what units that are owed were made of
   * @param openFalls by month, what people have been asked to settle
   */
  public record Known(
      UUID awardId,
      UUID residentId,
      AwardFacts facts,
      YearMonth currentFrom,
      NavigableMap<YearMonth, Long> inForce,
      SortedMap<YearMonth, Made> made,
      Map<YearMonth, Long> openFalls) {

    /** The same award with other facts. */
    Known with(AwardFacts others) {
      return new Known(awardId, residentId, others, currentFrom, inForce, made, openFalls);
    }
  }

  /**
   * The units of a month.
   *
   * @param amountMinor their sum in kopiykas
   * @param period the latest in which one of them is scheduled
   */
  public record Made(long amountMinor, YearMonth period) {}

  /**
   * By how much a month's amount differs from what was made.
   *
   * @param amountMinor kopiykas, more than nothing
   * @param period when a rise is paid: with the month's unit, or now if that was earlier
   */
  public record Difference(YearMonth month, long amountMinor, YearMonth period) {}

  /**
   * The change of one award.
   *
   * @param derived the months that it speaks of, with their steps
   * @param inForce from which months on which of these amounts are paid
   * @param lapsed months whose open fall is not what it is now
   * @param lawMissing a value of law is not loaded: nothing is changed
   */
  public record Change(
      Known award,
      List<DerivedMonth> derived,
      List<DerivedMonth> inForce,
      List<Difference> rises,
      List<Difference> falls,
      List<YearMonth> lapsed,
      boolean lawMissing) {

    public boolean isEmpty() {
      return inForce.isEmpty() && rises.isEmpty() && falls.isEmpty() && lapsed.isEmpty();
    }
  }

  /**
   * Derives one award anew.
   *
   * @param from first month that may change
   * @param now earliest period in which a rise can be paid
   */
  public static Change change(Known known, YearMonth from, YearMonth now, LawBook law) {
    var pension = PensionRule.of(known.facts(), law);
    var derived = new TreeMap<YearMonth, DerivedMonth>();
    var inForce = inForce(known, later(from, known.currentFrom()), pension);
    inForce.forEach(month -> derived.put(month.month(), month));
    var rises = new ArrayList<Difference>();
    var falls = new ArrayList<Difference>();
    var lapsed = new ArrayList<YearMonth>();
    known
        .made()
        .forEach(
            (month, made) -> {
              var due = derived.computeIfAbsent(month, pension::month);
              var rise = due.amountMinor() - made.amountMinor();
              if (rise > 0) {
                rises.add(new Difference(month, rise, later(made.period(), now)));
              }
              var open = known.openFalls().getOrDefault(month, 0L);
              if (open != 0 && open != -rise) {
                lapsed.add(month);
              }
              if (rise < 0 && open != -rise) {
                falls.add(new Difference(month, -rise, now));
              }
            });
    if (derived.values().stream().anyMatch(month -> !month.gaps().isEmpty())) {
      return new Change(known, List.of(), List.of(), List.of(), List.of(), List.of(), true);
    }
    return new Change(known, List.copyOf(derived.values()), inForce, rises, falls, lapsed, false);
  }

  /**
   * What has to be added so that from the first month on the amounts in force are those derived.
   */
  private static List<DerivedMonth> inForce(Known known, YearMonth first, PensionRule pension) {
    var months = new TreeSet<YearMonth>(known.inForce().tailMap(first, true).keySet());
    pension.changesFrom(first).forEach(month -> months.add(month.month()));
    var added = new ArrayList<DerivedMonth>();
    var before = known.inForce().floorEntry(first);
    var carried = before == null ? known.facts().amountAtStopMinor() : before.getValue();
    for (var month : months) {
      var stands = known.inForce().getOrDefault(month, carried);
      var due = pension.month(month);
      if (stands != due.amountMinor()) {
        added.add(due);
      }
      carried = due.amountMinor();
    }
    return added;
  }

  private static YearMonth later(YearMonth one, YearMonth other) {
    return one.isAfter(other) ? one : other;
  }
}
