package ua.vidnova.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import ua.vidnova.registry.matching.Band;

class TallyTest {

  /**
   * Of 10 pairs of one person 6 linked, 2 reviewed, 2 missed; of 90 others 1 linked, 3 reviewed.
   */
  private static Tally tally() {
    var tally = new Tally();
    add(tally, true, Band.LINK, 6);
    add(tally, true, Band.REVIEW, 2);
    add(tally, true, Band.DISTINCT, 2);
    add(tally, false, Band.LINK, 1);
    add(tally, false, Band.REVIEW, 3);
    add(tally, false, Band.DISTINCT, 86);
    return tally;
  }

  private static void add(Tally tally, boolean same, Band band, int times) {
    for (int i = 0; i < times; i++) {
      tally.add(same, band, band == Band.DISTINCT);
    }
  }

  @Test
  void review_counts_as_found_for_right_and_for_wrong() {
    var tally = tally();

    assertThat(tally.precision()).isEqualTo(8 / 12.0);
    assertThat(tally.recall()).isEqualTo(0.8);
    assertThat(tally.f1()).isEqualTo(2 * 8 / (2 * 8 + 4 + 2.0), within(1e-12));
    assertThat(tally.linked()).isEqualTo(0.6);
    assertThat(tally.falseLinks()).isEqualTo(1);
    assertThat(tally.recallBare()).isZero();
  }

  @Test
  void sums_are_of_counts_and_not_of_shares() {
    var sum = tally();
    add(sum, true, Band.DISTINCT, 10);
    var parts = tally();
    var more = new Tally();
    add(more, true, Band.DISTINCT, 10);
    parts.addAll(more);

    assertThat(parts.recall()).isEqualTo(sum.recall()).isEqualTo(0.4);
    assertThat(parts.count(true)).isEqualTo(20);
  }

  @Test
  void nothing_found_among_nothing_is_no_mistake() {
    assertThat(new Tally().f1()).isEqualTo(1);
  }
}
