package ua.vidnova.payments.derivation;

import java.util.List;
import java.util.function.Predicate;
import ua.vidnova.payments.derivation.ArrearsMonth.ScheduleRule;

/** Sums of a derivation, in kopiykas. */
public record Totals(long payableMinor, long firstPaymentMinor, long laterMinor, long cutMinor) {

  public static Totals of(List<ArrearsMonth> months) {
    var payable = sum(months, ArrearsMonth::isPayable);
    var first =
        sum(
            months,
            month -> month.isPayable() && month.schedule().rule() == ScheduleRule.FIRST_PAYMENT);
    return new Totals(payable, first, payable - first, sum(months, month -> !month.isPayable()));
  }

  private static long sum(List<ArrearsMonth> months, Predicate<ArrearsMonth> which) {
    return months.stream()
        .filter(which)
        .mapToLong(ArrearsMonth::amountMinor)
        .reduce(0, Math::addExact);
  }
}
