package ua.vidnova.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.merge.MergeRules.Change;
import ua.vidnova.registry.resident.PaymentChannel;
import ua.vidnova.registry.resident.RnokppAbsence;
import ua.vidnova.registry.resident.SharedView;
import ua.vidnova.registry.resident.SharedView.TaxNumber;

class MergeRulesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

  @Example
  void the_survivors_own_word_stands_and_gaps_are_filled() {
    var survivor =
        new SharedView(
            new TaxNumber(null, RnokppAbsence.LOST),
            "+380500000001",
            null,
            null,
            EvidenceLevel.WITNESS);
    var merged =
        new SharedView(
            new TaxNumber("1873412342", null),
            "+380500000002",
            new PaymentChannel(PaymentChannel.Kind.POST, null),
            DAY,
            EvidenceLevel.ORIGINAL);

    var change = MergeRules.merge(survivor, List.of(merged)).getFirst();

    assertThat(change.after())
        .isEqualTo(
            new SharedView(
                merged.number(),
                survivor.phone(),
                merged.paymentChannel(),
                DAY,
                EvidenceLevel.ORIGINAL));
    assertThat(change.lendsNumber()).isTrue();
  }

  @Property
  void merge_then_unmerge_is_identity(
      @ForAll("views") SharedView survivor, @ForAll("several") List<SharedView> merged) {
    var changes = MergeRules.merge(survivor, merged);

    assertThat(MergeRules.undo(last(survivor, changes), changes)).isEqualTo(survivor);
  }

  @Property
  void undoing_any_one_of_several_merges_is_as_if_it_had_never_been(
      @ForAll("views") SharedView survivor,
      @ForAll("several") @Size(min = 1) List<SharedView> merged,
      @ForAll @IntRange(max = 3) int position) {
    var changes = MergeRules.merge(survivor, merged);
    var remaining = new ArrayList<>(merged);
    remaining.remove(position % merged.size());

    var own = MergeRules.undo(last(survivor, changes), changes);

    assertThat(last(own, MergeRules.merge(own, remaining)))
        .isEqualTo(last(survivor, MergeRules.merge(survivor, remaining)));
  }

  @Property
  void what_was_stated_of_the_survivor_since_the_merge_stays_after_it(
      @ForAll("views") SharedView survivor, @ForAll("several") List<SharedView> merged) {
    var changes = MergeRules.merge(survivor, merged);
    var merge = last(survivor, changes);
    var now =
        new SharedView(
            merge.number(),
            "+380509999999",
            merge.paymentChannel(),
            merge.noRussianPensionDeclaredOn(),
            merge.evidenceLevel());

    var undone = MergeRules.undo(now, changes);

    assertThat(undone.phone()).isEqualTo("+380509999999");
    assertThat(undone.number()).isEqualTo(survivor.number());
  }

  @Property
  void at_most_one_record_lends_its_number(
      @ForAll("views") SharedView survivor, @ForAll("several") List<SharedView> merged) {
    assertThat(MergeRules.merge(survivor, merged))
        .filteredOn(Change::lendsNumber)
        .hasSizeLessThan(2);
  }

  @Provide
  Arbitrary<SharedView> views() {
    return Combinators.combine(
            Arbitraries.of(
                new TaxNumber("1873412342", null),
                new TaxNumber("2873412342", null),
                new TaxNumber(null, RnokppAbsence.LOST),
                new TaxNumber(null, RnokppAbsence.RELIGIOUS_GROUNDS)),
            Arbitraries.of("+380500000001", "+380500000002").injectNull(0.3),
            Arbitraries.of(
                    new PaymentChannel(PaymentChannel.Kind.POST, null),
                    new PaymentChannel(PaymentChannel.Kind.BANK, null),
                    new PaymentChannel(PaymentChannel.Kind.BANK, "UA283004650000026200000000000"))
                .injectNull(0.3),
            Arbitraries.of(DAY, DAY.minusDays(1)).injectNull(0.3),
            Arbitraries.of(EvidenceLevel.values()))
        .as(SharedView::new);
  }

  @Provide
  Arbitrary<List<SharedView>> several() {
    return views().list().ofMaxSize(4);
  }

  private static SharedView last(SharedView none, List<Change> changes) {
    return changes.isEmpty() ? none : changes.getLast().after();
  }
}
