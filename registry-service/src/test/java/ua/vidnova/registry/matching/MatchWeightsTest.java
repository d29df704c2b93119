package ua.vidnova.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchWeightsTest {

  private final MatchWeights weights = MatchWeights.shipped();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIVAL")
  void the_levels_of_a_feature_add_up_to_one_in_every_relation(Feature feature) {
    for (var relation : Relation.values()) {
      assertThat(
              weights.levelsOf(feature).stream()
                  .mapToDouble(level -> weights.likelihood(feature, level, relation))
                  .sum())
          .as("%s %s", feature, relation)
          .isCloseTo(1, offset(1e-6));
    }
  }

  @Test
  void better_agreement_never_counts_less_than_difference() {
    for (var feature : Feature.values()) {
      if (weights.levelsOf(feature).contains(Agreement.EQUAL)) {
        assertThat(weights.bits(feature, Agreement.EQUAL, Relation.STRANGER, 1))
            .as(feature.name())
            .isPositive()
            .isGreaterThan(weights.bits(feature, Agreement.DIFFERENT, Relation.STRANGER, 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SEX,EQUAL,0,0.5,0.5,0.5,no",
        "SEX,EQUAL,1.5,0.5,0.5,0.5,no",
        "SEX,EQUAL,NaN,0.5,0.5,0.5,no",
        "SEX,EQUAL,x,0.5,0.5,0.5,no",
        "HEIGHT,EQUAL,0.9,0.5,0.5,0.5,no",
        "SEX,ALIKE,0.9,0.5,0.5,0.5,no"
      })
  void a_table_that_makes_no_sense_is_refused(String line) {
    assertThatThrownBy(
            () ->
                MatchWeights.read(
                    new StringReader("# head\nfeature,…\n" + line),
                    new StringReader("name,value\n")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_threshold_that_is_not_there_is_missed() throws Exception {
    var empty = MatchWeights.read(new StringReader("feature\n"), new StringReader("name\n"));
    assertThatThrownBy(() -> empty.threshold("link_bits")).hasMessageContaining("link_bits");
  }
}
