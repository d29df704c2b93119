package ua.vidnova.medical.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.medical.mds.AgeBand;
import ua.vidnova.medical.mds.Band;
import ua.vidnova.medical.mds.MdsItem;
import ua.vidnova.medical.mds.MdsItems;

class TabulationRulesTest {

  private static final Instant NOON = Instant.parse("2026-11-18T10:00:00Z");

  @Test
  void the_form_has_fifty_items_and_eight_of_them_are_told_at_once() {
    assertThat(MdsItems.all()).extracting(MdsItem::number).hasSize(50).doesNotHaveDuplicates();
    assertThat(MdsItems.all())
        .allSatisfy(item -> assertThat(MdsItems.get(item.number())).isEqualTo(item));
    assertThat(MdsItems.all())
        .filteredOn(MdsItem::alert)
        .extracting(MdsItem::number)
        .containsExactly(28, 31, 42, 43, 47, 48, 49, 50);
  }

  @Test
  void ages_meet_in_the_columns_of_an_item() {
    var counts =
        counts(
            new Counts.OfItem(9, AgeBand.UNDER_1, 2),
            new Counts.OfItem(9, AgeBand.FROM_1_TO_4, 3),
            new Counts.OfItem(9, AgeBand.FROM_5_TO_17, 5),
            new Counts.OfItem(9, AgeBand.FROM_65, 7),
            new Counts.OfItem(9, null, 11),
            new Counts.OfItem(33, AgeBand.UNDER_1, 13),
            new Counts.OfItem(36, null, 17));
    var rows = TabulationRules.rows(counts, Map.of());
    assertThat(rows.get(8).counts())
        .containsExactly(entry(Band.UNDER_5, 5L), entry(Band.FROM_5, 12L));
    assertThat(rows.get(32).counts()).containsExactly(entry(Band.FROM_5, 0L));
    assertThat(rows.get(35).total()).isEqualTo(17);
  }

  @ParameterizedTest
  @CsvSource({"47, 0, false", "47, 1, true", "50, 4, true", "50, 5, false", "46, 1, false"})
  void few_cases_of_protection_are_withheld(int item, long visits, boolean withheld) {
    var rows =
        TabulationRules.withoutFew(
            TabulationRules.rows(
                counts(new Counts.OfItem(item, AgeBand.FROM_65, visits)), Map.of()),
            5);
    var row = rows.get(item - 1);
    assertThat(row.withheld()).isEqualTo(withheld);
    assertThat(row.counts().isEmpty()).isEqualTo(withheld);
  }

  @ParameterizedTest
  @CsvSource({
    // item, consultations, withheld
    "1,  4, false",
    "2,  4, true",
    "3,  1, true",
    "46, 4, true",
    "47, 4, false",
    "9,  0, false",
    "9,  5, false",
  })
  void of_few_consultations_what_was_found_is_withheld(
      int item, long consultations, boolean withheld) {
    var counted =
        TabulationRules.rows(
            counts(new Counts.OfItem(item, AgeBand.FROM_65, consultations)), Map.of());
    var rows = TabulationRules.withoutClinical(counted, consultations, 5);
    assertThat(rows.get(item - 1).withheld()).isEqualTo(withheld);
    assertThat(rows.get(item - 1).counts().isEmpty()).isEqualTo(withheld);
  }

  @Test
  void each_sum_is_held_against_the_consultations() {
    var counts =
        counts(
            new Counts.OfItem(1, AgeBand.FROM_65, 6),
            new Counts.OfItem(3, AgeBand.FROM_18_TO_64, 4),
            new Counts.OfItem(36, AgeBand.FROM_65, 6),
            new Counts.OfItem(42, AgeBand.FROM_65, 3));
    assertThat(TabulationRules.checks(counts))
        .containsExactly(
            new Check(Check.Code.SUM_OF_SEXES, 10, 10),
            new Check(Check.Code.SUM_OF_AGES, 9, 10),
            new Check(Check.Code.SUM_OF_OUTCOMES, 9, 10))
        .extracting(Check::holds)
        .containsExactly(true, false, false);
  }

  private static Counts counts(Counts.OfItem... items) {
    return new Counts(
        List.of(items),
        List.of(new Counts.OfAge(AgeBand.FROM_65, 9), new Counts.OfAge(null, 1)),
        List.of(new Counts.OfPlace("UA44020010010037242", 10, NOON, NOON)),
        List.of(),
        List.of());
  }
}
