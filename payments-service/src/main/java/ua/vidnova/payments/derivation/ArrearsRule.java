package ua.vidnova.payments.derivation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.derivation.ArrearsMonth.Rule;
import ua.vidnova.payments.derivation.ArrearsMonth.Schedule;
import ua.vidnova.payments.derivation.ArrearsMonth.ScheduleRule;
import ua.vidnova.payments.law.Term;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.law.TermCode;

/**
 * Derives what is owed for the past (Law 1058-IV art. 46). Months count whole: a limit of n months
 * reaches back n months before the month of the application. At once are paid the last months that
 * the law names; the rest follows in monthly parts. A month is one payable unit for ever, so a part
 * is one whole older month: what the pension was then, and so no more than it is now.
 */
public final class ArrearsRule {

  private ArrearsRule() {}

  /**
   * The facts of one case.
   *
   * @param amountMinorOf kopiykas due for a month that is not settled
   * @param appliedOn day of the application, which is the day of identification
   * @param firstPeriod period of the first payment; it and later months are not arrears
   * @param settled months of an earlier resumption that are paid or on their way
   */
  public record Facts(
      YearMonth firstUnpaidMonth,
      ToLongFunction<YearMonth> amountMinorOf,
      Fault fault,
      LocalDate appliedOn,
      YearMonth firstPeriod,
      Set<YearMonth> settled) {}

  /** Returns every unpaid month before the first period, oldest first; empty when none is. */
  public static List<ArrearsMonth> derive(Facts facts, TermBook law) {
    var limit = law.on(facts.appliedOn(), limitOf(facts.fault()));
    var atOnce = law.on(facts.appliedOn(), firstPaymentOf(facts.fault()));
    var months =
        Stream.iterate(
                facts.firstUnpaidMonth(),
                month -> month.isBefore(facts.firstPeriod()),
                month -> month.plusMonths(1))
            .filter(month -> !facts.settled().contains(month))
            .toList();
    var payableFrom =
        limit.isUnlimited()
            ? facts.firstUnpaidMonth()
            : YearMonth.from(facts.appliedOn()).minusMonths(limit.value());
    var payable = months.stream().filter(month -> !month.isBefore(payableFrom)).toList();
    var inLaterParts = atOnce.isUnlimited() ? 0 : Math.max(0, payable.size() - atOnce.value());

    var derived = new ArrayList<ArrearsMonth>(months.size());
    for (var month : months.subList(0, months.size() - payable.size())) {
      derived.add(
          new ArrearsMonth(
              month, facts.amountMinorOf().applyAsLong(month), Rule.BEYOND_LIMIT, limit, null));
    }
    var rule = limit.isUnlimited() ? Rule.NO_LIMIT : Rule.WITHIN_LIMIT;
    for (var i = 0; i < payable.size(); i++) {
      var schedule = schedule(facts.firstPeriod(), i, inLaterParts, atOnce);
      var month = payable.get(i);
      derived.add(
          new ArrearsMonth(month, facts.amountMinorOf().applyAsLong(month), rule, limit, schedule));
    }
    return derived;
  }

  private static Schedule schedule(
      YearMonth firstPeriod, int position, int inLaterParts, Term atOnce) {
    return position < inLaterParts
        ? new Schedule(firstPeriod.plusMonths(1L + position), ScheduleRule.MONTHLY_PART, atOnce)
        : new Schedule(firstPeriod, ScheduleRule.FIRST_PAYMENT, atOnce);
  }

  private static TermCode limitOf(Fault fault) {
    return switch (fault) {
      case PENSIONER -> TermCode.ARREARS_LIMIT_MONTHS_PENSIONER;
      case AUTHORITY -> TermCode.ARREARS_LIMIT_MONTHS_AUTHORITY;
    };
  }

  private static TermCode firstPaymentOf(Fault fault) {
    return switch (fault) {
      case PENSIONER -> TermCode.FIRST_PAYMENT_MONTHS_PENSIONER;
      case AUTHORITY -> TermCode.FIRST_PAYMENT_MONTHS_AUTHORITY;
    };
  }
}
