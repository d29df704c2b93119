package ua.vidnova.payments.recalculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.award.PensionKind;
import ua.vidnova.payments.derivation.DerivedMonth;
import ua.vidnova.payments.law.Law;
import ua.vidnova.payments.law.LawBook;
import ua.vidnova.payments.law.LawCode;
import ua.vidnova.payments.law.LawValue;
import ua.vidnova.payments.recalculation.RecalculationRule.Change;
import ua.vidnova.payments.recalculation.RecalculationRule.Difference;
import ua.vidnova.payments.recalculation.RecalculationRule.Known;
import ua.vidnova.payments.recalculation.RecalculationRule.Made;

/**
 * A disability pension of 3000.00, 570.00 of it for age, that was resumed in October 2026; a
 * minimum is loaded later.
 */
class RecalculationRuleTest {

  private static final YearMonth AUGUST = YearMonth.of(2026, 8);
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final YearMonth LATER = YearMonth.of(2027, 2);

  private final Known award = award();

  @Test
  void nothing_changes_while_the_law_stays_the_same() {
    var change = RecalculationRule.change(award, AUGUST, NOVEMBER, Law.VALUES);

    assertThat(change.isEmpty()).isTrue();
    assertThat(change.lawMissing()).isFalse();
  }

  @Test
  void a_rise_adds_to_months_that_were_made_and_to_the_amount_in_force() {
    var change = changed(minimum("2", "2026-09-01"));

    assertThat(change.rises())
        .extracting(Difference::month, Difference::amountMinor, Difference::period)
        .containsExactly(
            tuple(YearMonth.of(2026, 9), 219_000L, NOVEMBER),
            tuple(YearMonth.of(2026, 10), 219_000L, NOVEMBER),
            tuple(NOVEMBER, 219_000L, LATER));
    assertThat(change.falls()).isEmpty();
    assertThat(change.inForce())
        .extracting(DerivedMonth::month, DerivedMonth::amountMinor)
        .containsExactly(tuple(YearMonth.of(2026, 10), 519_000L));
    assertThat(change.derived()).extracting(DerivedMonth::month).contains(AUGUST.plusMonths(1));
  }

  @Test
  void months_before_the_first_one_are_left_alone() {
    var book = minimum("2", "2026-09-01");

    assertThat(RecalculationRule.change(award, YearMonth.of(2026, 10), NOVEMBER, book).rises())
        .extracting(Difference::month)
        .contains(YearMonth.of(2026, 10))
        .doesNotContain(AUGUST);
  }

  @Test
  void a_fall_is_for_people_to_settle() {
    carryOut(changed(minimum("2", "2026-09-01")));

    var change = changed(minimum("1.5", "2026-09-01"));

    assertThat(change.rises()).isEmpty();
    assertThat(change.falls())
        .extracting(Difference::amountMinor)
        .containsExactly(129_750L, 129_750L, 129_750L);
    assertThat(change.inForce()).extracting(DerivedMonth::amountMinor).containsExactly(389_250L);
  }

  @Test
  void done_again_it_changes_nothing() {
    var risen = minimum("2", "2026-09-01");
    carryOut(changed(risen));
    assertThat(changed(risen).isEmpty()).isTrue();

    var fallen = minimum("1.5", "2026-09-01");
    carryOut(changed(fallen));
    assertThat(changed(fallen).isEmpty()).isTrue();
  }

  @Test
  void an_open_fall_lapses_when_the_amount_is_back() {
    var risen = minimum("2", "2026-09-01");
    carryOut(changed(risen));
    carryOut(changed(minimum("1.5", "2026-09-01")));

    var change = changed(risen);

    assertThat(change.lapsed()).hasSize(3);
    assertThat(change.rises()).isEmpty();
    assertThat(change.falls()).isEmpty();
  }

  @Test
  void an_amount_in_force_for_later_months_is_replaced_too() {
    award.inForce().put(LATER, 310_000L);

    assertThat(RecalculationRule.change(award, AUGUST, NOVEMBER, Law.VALUES).inForce())
        .extracting(DerivedMonth::month, DerivedMonth::amountMinor)
        .containsExactly(tuple(LATER, 300_000L));
  }

  @Test
  void nothing_is_changed_where_a_value_of_law_is_missing() {
    var change = RecalculationRule.change(award, AUGUST, NOVEMBER, without(LawCode.SUBSISTENCE));

    assertThat(change.lawMissing()).isTrue();
    assertThat(change.isEmpty()).isTrue();
  }

  private Change changed(LawBook book) {
    return RecalculationRule.change(award, AUGUST, NOVEMBER, book);
  }

  /** What the rows would be afterwards. */
  private void carryOut(Change change) {
    change.inForce().forEach(month -> award.inForce().put(month.month(), month.amountMinor()));
    change
        .rises()
        .forEach(
            rise ->
                award
                    .made()
                    .merge(
                        rise.month(),
                        new Made(rise.amountMinor(), rise.period()),
                        (one, more) ->
                            new Made(one.amountMinor() + more.amountMinor(), one.period())));
    change.lapsed().forEach(award.openFalls()::remove);
    change.falls().forEach(fall -> award.openFalls().put(fall.month(), fall.amountMinor()));
  }

  private static Known award() {
    var made = new TreeMap<YearMonth, Made>();
    made.put(AUGUST, new Made(300_000, YearMonth.of(2026, 10)));
    made.put(YearMonth.of(2026, 9), new Made(300_000, YearMonth.of(2026, 10)));
    made.put(YearMonth.of(2026, 10), new Made(300_000, YearMonth.of(2026, 10)));
    made.put(NOVEMBER, new Made(300_000, LATER));
    var inForce = new TreeMap<YearMonth, Long>();
    inForce.put(YearMonth.of(2026, 10), 300_000L);
    return new Known(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new AwardFacts(
            PensionKind.DISABILITY,
            LocalDate.of(2010, 5, 11),
            243_000L,
            300_000,
            36,
            true,
            Sex.FEMALE,
            LocalDate.of(1940, 1, 1),
            AUGUST),
        YearMonth.of(2026, 10),
        inForce,
        made,
        new HashMap<>());
  }

  private static LawBook minimum(String inSubsistences, String from) {
    var values = new ArrayList<>(Law.VALUES.values());
    values.add(
        new LawValue(
            Ids.newId(),
            LawCode.MINIMUM_IN_SUBSISTENCES,
            "DISABILITY",
            new BigDecimal(inSubsistences),
            "act",
            "article",
            "test",
            LocalDate.parse(from),
            null));
    return new LawBook(values);
  }

  private static LawBook without(LawCode code) {
    return new LawBook(Law.VALUES.values().stream().filter(value -> value.code() != code).toList());
  }
}
