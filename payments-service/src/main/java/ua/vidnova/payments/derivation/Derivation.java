package ua.vidnova.payments.derivation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.law.LawBook;
import ua.vidnova.payments.law.TermBook;

/**
 * What an award is owed for the past and amounts to from then on, with every step.
 *
 * @param arrears every unpaid month before the first period, oldest first
 * @param months how the amount of each of these came about, in the same order
 * @param current from which months on which amounts are paid, the first period first
 * @param gaps values of law that payable months lack; nothing is proposed before they are loaded
 */
public record Derivation(
    Facts facts,
    List<ArrearsMonth> arrears,
    List<DerivedMonth> months,
    List<DerivedMonth> current,
    List<Gap> gaps) {

  /**
   * The facts of one case.
   *
   * @param appliedOn day of the application, which is the day of identification
   * @param firstPeriod period of the first payment; it and later months are not arrears
   * @param settled months of an earlier resumption that are paid or on their way
   */
  public record Facts(
      AwardFacts award,
      Fault fault,
      LocalDate appliedOn,
      YearMonth firstPeriod,
      Set<YearMonth> settled) {}

  /** The engine: pure, the same for cases, for what-if and for worked examples. */
  public static Derivation derive(Facts facts, TermBook terms, LawBook law) {
    var award = facts.award();
    var pension = PensionRule.of(award, law);
    Map<YearMonth, DerivedMonth> derived =
        Stream.iterate(
                award.firstUnpaidMonth(),
                month -> month.isBefore(facts.firstPeriod()),
                month -> month.plusMonths(1))
            .filter(month -> !facts.settled().contains(month))
            .map(pension::month)
            .collect(Collectors.toMap(DerivedMonth::month, Function.identity()));
    var arrears =
        ArrearsRule.derive(
            new ArrearsRule.Facts(
                award.firstUnpaidMonth(),
                month -> derived.get(month).amountMinor(),
                facts.fault(),
                facts.appliedOn(),
                facts.firstPeriod(),
                facts.settled()),
            terms);
    var currentFrom = later(facts.firstPeriod(), award.firstUnpaidMonth());
    var current = pension.changesFrom(currentFrom);
    return new Derivation(
        facts,
        arrears,
        arrears.stream().map(month -> derived.get(month.month())).toList(),
        current,
        gaps(arrears, derived, current.getFirst()));
  }

  private static List<Gap> gaps(
      List<ArrearsMonth> arrears, Map<YearMonth, DerivedMonth> derived, DerivedMonth first) {
    return Stream.concat(
            arrears.stream().filter(ArrearsMonth::isPayable).map(due -> derived.get(due.month())),
            Stream.of(first))
        .flatMap(month -> month.gaps().stream())
        .collect(
            Collectors.toMap(
                gap -> gap.code() + "/" + gap.dimension(),
                Function.identity(),
                (one, other) -> one.month().isAfter(other.month()) ? other : one))
        .values()
        .stream()
        .sorted(Comparator.comparing(Gap::code))
        .toList();
  }

  private static YearMonth later(YearMonth one, YearMonth other) {
    return one.isAfter(other) ? one : other;
  }
}
