package ua.vidnova.payments.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.derivation.ArrearsMonth.Rule;
import ua.vidnova.payments.derivation.ArrearsMonth.ScheduleRule;
import ua.vidnova.payments.law.Term;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.law.TermCode;

class ArrearsRuleTest {

  private static final LocalDate LAW_1058 = LocalDate.of(2004, 1, 1);
  private static final TermBook LAW =
      new TermBook(
          List.of(
              term(TermCode.ARREARS_LIMIT_MONTHS_PENSIONER, 36, LAW_1058, null),
              term(TermCode.ARREARS_LIMIT_MONTHS_AUTHORITY, null, LAW_1058, null),
              term(TermCode.FIRST_PAYMENT_MONTHS_PENSIONER, 12, LAW_1058, null),
              term(TermCode.FIRST_PAYMENT_MONTHS_AUTHORITY, 12, LAW_1058, null)));

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/arrears.csv", delimiter = '|', numLinesToSkip = 1)
  void derives_as_the_table_says(
      String name,
      Fault fault,
      LocalDate appliedOn,
      YearMonth firstUnpaid,
      YearMonth firstPeriod,
      BigDecimal monthly,
      int cutMonths,
      YearMonth firstPayable,
      int payableMonths,
      int atOnce,
      YearMonth atOnceFrom,
      YearMonth lastPart,
      BigDecimal payable) {
    var months =
        ArrearsRule.derive(
            new ArrearsRule.Facts(
                firstUnpaid, month -> minor(monthly), fault, appliedOn, firstPeriod, Set.of()),
            LAW);

    var cut = months.stream().filter(month -> !month.isPayable()).toList();
    var owed = months.stream().filter(ArrearsMonth::isPayable).toList();
    var first =
        owed.stream()
            .filter(month -> month.schedule().rule() == ScheduleRule.FIRST_PAYMENT)
            .toList();
    assertThat(cut).hasSize(cutMonths).allMatch(month -> month.rule() == Rule.BEYOND_LIMIT);
    assertThat(owed).hasSize(payableMonths);
    assertThat(first)
        .hasSize(atOnce)
        .allMatch(month -> month.schedule().period().equals(firstPeriod));
    assertThat(owed.stream().mapToLong(ArrearsMonth::amountMinor).sum()).isEqualTo(minor(payable));
    if (payableMonths > 0) {
      assertThat(owed.getFirst().month()).isEqualTo(firstPayable);
      assertThat(first.getFirst().month()).isEqualTo(atOnceFrom);
      assertThat(owed.stream().map(month -> month.schedule().period()).max(YearMonth::compareTo))
          .contains(lastPart);
    }
  }

  @Test
  void pays_older_months_one_a_period_oldest_first() {
    var months = derive(Fault.PENSIONER, "2023-11", "2026-11", LAW);

    var parts =
        months.stream()
            .filter(month -> month.schedule().rule() == ScheduleRule.MONTHLY_PART)
            .toList();
    assertThat(parts).hasSize(24);
    for (var i = 0; i < parts.size(); i++) {
      assertThat(parts.get(i).month()).isEqualTo(YearMonth.of(2023, 11).plusMonths(i));
      assertThat(parts.get(i).schedule().period()).isEqualTo(YearMonth.of(2026, 12).plusMonths(i));
    }
  }

  @Test
  void names_the_term_of_law_behind_each_month() {
    var months = derive(Fault.PENSIONER, "2022-08", "2026-11", LAW);

    assertThat(months)
        .allMatch(month -> month.term().code() == TermCode.ARREARS_LIMIT_MONTHS_PENSIONER)
        .filteredOn(ArrearsMonth::isPayable)
        .allMatch(
            month -> month.schedule().term().code() == TermCode.FIRST_PAYMENT_MONTHS_PENSIONER);
    assertThat(derive(Fault.AUTHORITY, "2022-08", "2026-11", LAW))
        .allMatch(month -> month.rule() == Rule.NO_LIMIT)
        .allMatch(month -> month.term().code() == TermCode.ARREARS_LIMIT_MONTHS_AUTHORITY);
  }

  @Test
  void takes_the_term_in_force_on_the_day_of_the_application() {
    var change = LocalDate.of(2026, 11, 17);
    var changed =
        new TermBook(
            List.of(
                term(TermCode.ARREARS_LIMIT_MONTHS_PENSIONER, 36, LAW_1058, change),
                term(TermCode.ARREARS_LIMIT_MONTHS_PENSIONER, 6, change, null),
                term(TermCode.FIRST_PAYMENT_MONTHS_PENSIONER, 12, LAW_1058, null)));

    assertThat(payable(LocalDate.of(2026, 11, 16), changed)).hasSize(36);
    assertThat(payable(change, changed)).hasSize(6);
  }

  @Test
  void decides_nothing_without_a_term_of_law() {
    var empty = new TermBook(List.of());

    assertThatThrownBy(() -> derive(Fault.PENSIONER, "2022-08", "2026-11", empty))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ARREARS_LIMIT_MONTHS_PENSIONER");
  }

  @Test
  void never_pays_more_than_one_month_of_arrears_in_a_later_period() {
    for (var unpaid = 1; unpaid <= 60; unpaid++) {
      var firstUnpaid = YearMonth.of(2026, 11).minusMonths(unpaid).toString();
      assertThat(
              derive(Fault.AUTHORITY, firstUnpaid, "2026-11", LAW).stream()
                  .map(month -> month.schedule().period())
                  .filter(period -> period.isAfter(YearMonth.of(2026, 11))))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void months_that_an_earlier_resumption_paid_are_not_owed_again() {
    var paid = Set.of(YearMonth.of(2026, 7), YearMonth.of(2026, 9));
    var months =
        ArrearsRule.derive(
            new ArrearsRule.Facts(
                YearMonth.of(2026, 6),
                month -> 346_025,
                Fault.PENSIONER,
                LocalDate.of(2026, 11, 16),
                YearMonth.of(2026, 11),
                paid),
            LAW);

    assertThat(months)
        .extracting(ArrearsMonth::month)
        .containsExactly(YearMonth.of(2026, 6), YearMonth.of(2026, 8), YearMonth.of(2026, 10));
  }

  private static List<ArrearsMonth> payable(LocalDate appliedOn, TermBook law) {
    var facts =
        new ArrearsRule.Facts(
            YearMonth.of(2020, 1),
            month -> 100,
            Fault.PENSIONER,
            appliedOn,
            YearMonth.of(2026, 11),
            Set.of());
    return ArrearsRule.derive(facts, law).stream().filter(ArrearsMonth::isPayable).toList();
  }

  private static List<ArrearsMonth> derive(
      Fault fault, String firstUnpaid, String firstPeriod, TermBook law) {
    return ArrearsRule.derive(
        new ArrearsRule.Facts(
            YearMonth.parse(firstUnpaid),
            month -> 346_025,
            fault,
            LocalDate.of(2026, 11, 16),
            YearMonth.parse(firstPeriod),
            Set.of()),
        law);
  }

  private static Term term(TermCode code, Integer value, LocalDate from, LocalDate to) {
    return new Term(code, value, "Закон України № 1058-IV", "ст. 46", from, to, "test");
  }

  private static long minor(BigDecimal hryvnias) {
    return hryvnias.movePointRight(2).longValueExact();
  }
}
