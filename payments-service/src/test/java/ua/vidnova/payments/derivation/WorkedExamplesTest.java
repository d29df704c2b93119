package ua.vidnova.payments.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.award.PensionKind;
import ua.vidnova.payments.derivation.ArrearsMonth.ScheduleRule;
import ua.vidnova.payments.law.Law;

/** Tables that a lawyer can read and edit: {@code rules/pension-months.csv} and beside it. */
class WorkedExamplesTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/pension-months.csv", delimiter = '|', numLinesToSkip = 1)
  void derives_a_month_as_the_table_says(
      String name,
      PensionKind kind,
      LocalDate grantedOn,
      BigDecimal base,
      BigDecimal atStop,
      Integer years,
      String working,
      Sex sex,
      LocalDate born,
      YearMonth firstUnpaid,
      YearMonth month,
      BigDecimal amount,
      String how) {
    var facts =
        new AwardFacts(
            kind,
            grantedOn,
            minor(base),
            minor(atStop),
            years,
            working == null ? null : working.equals("yes"),
            sex,
            born,
            firstUnpaid);

    var derived = PensionRule.of(facts, Law.VALUES).month(month);

    assertThat(steps(derived)).isEqualTo(how);
    assertThat(derived.amountMinor()).isEqualTo(minor(amount));
    assertThat(derived.gaps()).isEmpty();
    assertThat(derived.steps().getLast().amountMinor()).isEqualTo(derived.amountMinor());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/derivations.csv", delimiter = '|', numLinesToSkip = 1)
  void derives_a_case_as_the_table_says(
      String name,
      PensionKind kind,
      LocalDate grantedOn,
      BigDecimal base,
      BigDecimal atStop,
      Sex sex,
      LocalDate born,
      Fault fault,
      LocalDate appliedOn,
      YearMonth firstUnpaid,
      YearMonth firstPeriod,
      int cutMonths,
      BigDecimal cut,
      int payableMonths,
      BigDecimal payable,
      BigDecimal atOnce,
      YearMonth lastPart,
      BigDecimal current) {
    var award =
        new AwardFacts(
            kind, grantedOn, minor(base), minor(atStop), 25, false, sex, born, firstUnpaid);

    var derivation =
        Derivation.derive(
            new Derivation.Facts(award, fault, appliedOn, firstPeriod, Set.of()),
            Law.TERMS,
            Law.VALUES);

    var owed = derivation.arrears().stream().filter(ArrearsMonth::isPayable).toList();
    var beyond = derivation.arrears().stream().filter(month -> !month.isPayable()).toList();
    var first =
        owed.stream()
            .filter(month -> month.schedule().rule() == ScheduleRule.FIRST_PAYMENT)
            .toList();
    assertThat(beyond).hasSize(cutMonths);
    assertThat(sum(beyond)).isEqualTo(minor(cut));
    assertThat(owed).hasSize(payableMonths);
    assertThat(sum(owed)).isEqualTo(minor(payable));
    assertThat(sum(first)).isEqualTo(minor(atOnce));
    assertThat(owed.stream().map(month -> month.schedule().period()).max(YearMonth::compareTo))
        .contains(lastPart);
    assertThat(derivation.current().getFirst().month()).isEqualTo(firstPeriod);
    assertThat(derivation.current().getFirst().amountMinor()).isEqualTo(minor(current));
    assertThat(derivation.gaps()).isEmpty();
    assertThat(derivation.months())
        .extracting(DerivedMonth::month)
        .containsExactlyElementsOf(derivation.arrears().stream().map(ArrearsMonth::month).toList());
  }

  private static long sum(List<ArrearsMonth> months) {
    return months.stream().mapToLong(ArrearsMonth::amountMinor).sum();
  }

  private static String steps(DerivedMonth month) {
    return month.steps().stream()
        .map(
            step ->
                step.code()
                    + (step.since() == null ? "" : " " + step.since())
                    + (step.changeMinor() < 0 ? " -" : " +")
                    + BigDecimal.valueOf(Math.abs(step.changeMinor()), 2))
        .collect(Collectors.joining("; "));
  }

  private static Long minor(BigDecimal hryvnias) {
    return hryvnias == null ? null : hryvnias.movePointRight(2).longValueExact();
  }
}
