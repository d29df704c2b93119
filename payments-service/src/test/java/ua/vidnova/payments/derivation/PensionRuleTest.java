package ua.vidnova.payments.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.award.AwardFacts.Unknown;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.award.PensionKind;
import ua.vidnova.payments.law.Law;
import ua.vidnova.payments.law.LawBook;
import ua.vidnova.payments.law.LawCode;
import ua.vidnova.payments.law.LawValue;

class PensionRuleTest {

  @Test
  void names_the_values_of_law_behind_each_step() {
    var steps = pension("1945-12-31", "2022-08").month(YearMonth.of(2025, 3)).steps();

    assertThat(steps.get(3).code()).isEqualTo(Step.Code.INDEXATION);
    assertThat(steps.get(3).law().getFirst().act()).isEqualTo("Постанова КМУ № 209 від 25.02.2025");
    assertThat(steps.getLast().law().getFirst().code()).isEqualTo(LawCode.AGE_SUPPLEMENT);
    assertThat(steps.stream().skip(1)).allMatch(step -> !step.law().isEmpty());
  }

  @Test
  void knows_ahead_when_age_changes_the_amount() {
    var changes = pension("1948-07-09", "2025-06").changesFrom(YearMonth.of(2026, 11));

    assertThat(changes)
        .extracting(DerivedMonth::month)
        .containsExactly(YearMonth.of(2026, 11), YearMonth.of(2028, 8));
    assertThat(changes.getLast().amountMinor() - changes.getFirst().amountMinor())
        .isEqualTo(11_400);
  }

  @Test
  void knows_ahead_what_a_loaded_act_changes() {
    var changes = pension("1960-07-09", "2025-06").changesFrom(YearMonth.of(2025, 6));

    assertThat(changes).extracting(DerivedMonth::month).contains(YearMonth.of(2026, 1));
  }

  @Test
  void law_that_is_not_loaded_is_a_gap_and_nothing_is_guessed() {
    var derivation =
        Derivation.derive(
            new Derivation.Facts(
                facts("1950-03-15", "2021-12"),
                Fault.AUTHORITY,
                LocalDate.of(2026, 11, 16),
                YearMonth.of(2026, 11),
                Set.of()),
            Law.TERMS,
            Law.VALUES);

    assertThat(derivation.gaps())
        .containsExactly(
            new Gap(LawCode.SUBSISTENCE, "UNABLE_TO_WORK", YearMonth.of(2021, 12)),
            new Gap(LawCode.MINIMUM_WAGE, "", YearMonth.of(2021, 12)));
  }

  @Test
  void a_march_before_those_loaded_is_a_gap_one_after_them_is_not_decided_yet() {
    assertThat(pension("1950-03-15", "2020-12").month(YearMonth.of(2022, 1)).gaps())
        .contains(new Gap(LawCode.INDEXATION, "", YearMonth.of(2021, 3)));
    assertThat(pension("1950-03-15", "2025-12").month(YearMonth.of(2027, 4)).gaps()).isEmpty();
    assertThat(pension("1950-03-15", "2025-12").month(YearMonth.of(2027, 4)).steps())
        .filteredOn(step -> step.code() == Step.Code.INDEXATION)
        .extracting(Step::since)
        .containsExactly(YearMonth.of(2026, 3));
  }

  @Test
  void a_coefficient_left_open_at_its_end_does_not_count_twice() {
    var open =
        new LawBook(
            Law.lines().stream()
                .map(Law::value)
                .map(
                    value ->
                        value.code() != LawCode.INDEXATION || value.validFrom().getYear() != 2026
                            ? value
                            : new LawValue(
                                value.id(),
                                value.code(),
                                value.dimension(),
                                value.value(),
                                value.act(),
                                value.article(),
                                value.source(),
                                value.validFrom(),
                                null))
                .toList());

    var later = PensionRule.of(facts("1960-03-15", "2025-12"), open).month(YearMonth.of(2027, 4));

    assertThat(later.steps()).filteredOn(step -> step.code() == Step.Code.INDEXATION).hasSize(1);
  }

  @Test
  void says_what_it_does_not_know() {
    var facts =
        new AwardFacts(
            null,
            null,
            null,
            346_025,
            null,
            null,
            null,
            LocalDate.of(1950, 3, 15),
            YearMonth.of(2022, 8));

    assertThat(facts.unknown()).containsExactlyInAnyOrder(Unknown.values());
    assertThat(facts("1950-03-15", "2022-08").unknown()).isEmpty();
    assertThat(facts).hasToString("AwardFacts[withheld]");
  }

  @Test
  void an_unknown_fact_never_raises_an_amount() {
    for (var month : List.of(YearMonth.of(2022, 8), YearMonth.of(2025, 3), YearMonth.of(2026, 3))) {
      var known = pension("1957-02-10", "2022-08").month(month).amountMinor();
      var facts = facts("1957-02-10", "2022-08");
      assertThat(
              PensionRule.of(
                      new AwardFacts(
                          null,
                          null,
                          facts.baseMinor(),
                          facts.amountAtStopMinor(),
                          null,
                          null,
                          null,
                          facts.birthDate(),
                          facts.firstUnpaidMonth()),
                      Law.VALUES)
                  .month(month)
                  .amountMinor())
          .isLessThanOrEqualTo(known);
    }
  }

  private static PensionRule pension(String born, String firstUnpaid) {
    return PensionRule.of(facts(born, firstUnpaid), Law.VALUES);
  }

  private static AwardFacts facts(String born, String firstUnpaid) {
    return new AwardFacts(
        PensionKind.OLD_AGE,
        LocalDate.of(2010, 5, 11),
        300_000L,
        300_000,
        36,
        false,
        Sex.FEMALE,
        LocalDate.parse(born),
        YearMonth.parse(firstUnpaid));
  }
}
