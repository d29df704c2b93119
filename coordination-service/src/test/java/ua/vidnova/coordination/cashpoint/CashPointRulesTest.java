package ua.vidnova.coordination.cashpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.coordination.cashpoint.CashPointRules.Fault;

class CashPointRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String SETTLEMENT = "UA44160030010058180";

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/cash-point-statuses.csv", delimiter = '|', numLinesToSkip = 1)
  void a_status_is_judged_as_the_table_says(
      String name,
      CashPointKind kind,
      CashPointState present,
      LocalDate presentSince,
      CashPointState told,
      LocalDate since,
      Power power,
      Link link,
      String faults) {
    var was = present == null ? null : new Status(present, presentSince, null, null, null);

    var found =
        CashPointRules.faultsOf(kind, new Status(told, since, power, link, null), was, TODAY);

    assertThat(texts(found)).isEqualTo(faults == null ? "" : faults);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "21560045, POST, 93500, ''",
        "21560046, POST, 93500, operator checksum",
        "21560045, POST, -, postalIndex required",
        "21560045, TILL, 93500, postalIndex only-with-post",
        "21560045, MOBILE_POST, 9350, postalIndex malformed",
        "'; drop table cash_point', ATM, -, operator checksum",
      })
  void a_description_is_judged(String operator, CashPointKind kind, String index, String faults) {
    assertThat(texts(CashPointRules.faultsOf(place(operator, kind, index, SETTLEMENT, limits()))))
        .isEqualTo(faults);
  }

  @Test
  void a_served_settlement_must_exist_and_stand_once() {
    assertThat(texts(CashPointRules.faultsOf(served("UA44000000000018893"))))
        .isEqualTo("serves[0].settlement not-a-settlement");
    assertThat(texts(CashPointRules.faultsOf(served(SETTLEMENT, SETTLEMENT))))
        .isEqualTo("serves repeated-settlement");
    assertThat(texts(CashPointRules.faultsOf(served()))).isEqualTo("serves size");
  }

  @Test
  void limits_are_positive_and_the_least_is_not_above_the_most() {
    var faults =
        CashPointRules.faultsOf(
            place(
                "21560045", CashPointKind.ATM, null, SETTLEMENT, new Limits(500L, 400L, 0L, -1L)));

    assertThat(texts(faults))
        .isEqualTo(
            "limits.amountMultipleMinor out-of-range, limits.dailyFloatMinor out-of-range,"
                + " limits.amountMaxMinor below-minimum");
  }

  private static Limits limits() {
    return new Limits(null, null, null, null);
  }

  private static Description served(String... settlements) {
    return new Description(
        "21560045",
        "1",
        CashPointKind.ATM,
        "Банкомат",
        SETTLEMENT,
        List.of(settlements).stream().map(one -> new Served(one, Set.of(), Set.of())).toList(),
        null,
        limits());
  }

  private static Description place(
      String operator, CashPointKind kind, String index, String home, Limits limits) {
    return new Description(
        operator,
        "1",
        kind,
        "Відділення",
        home,
        List.of(new Served(home, Set.of(), Set.of())),
        index,
        limits);
  }

  private static String texts(List<Fault> faults) {
    return faults.stream()
        .map(fault -> fault.field() + " " + fault.code())
        .collect(Collectors.joining(", "));
  }
}
