package ua.vidnova.registry.matching.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatentClassesTest {

  private static final double[][][] TRUE = {
    {{0.90, 0.07, 0.03}, {0.80, 0.20}, {0.95, 0.05}, {0.70, 0.20, 0.10}},
    {{0.01, 0.04, 0.95}, {0.10, 0.90}, {0.50, 0.50}, {0.05, 0.15, 0.80}}
  };
  private static final double[] SHARES = {0.1, 0.9};

  @Test
  void what_pairs_were_made_with_is_found_again() {
    var fitted = guess().fittedTo(simulated(200_000, 0.1), 1e-7, 500);
    assertThat(fitted.shares()[0]).isCloseTo(SHARES[0], within(0.01));
    for (int c = 0; c < TRUE.length; c++) {
      for (int f = 0; f < TRUE[c].length; f++) {
        for (int l = 0; l < TRUE[c][f].length; l++) {
          assertThat(fitted.likelihoods()[c][f][l])
              .as("class %d feature %d level %d", c, f, l)
              .isCloseTo(TRUE[c][f][l], within(0.02));
        }
      }
    }
  }

  @Test
  void nothing_becomes_impossible() {
    var onlyEqual = List.of(new LatentClasses.Pattern(new int[] {0, 0, 0, 0}, 1_000));
    for (var ofClass : guess().fittedTo(onlyEqual, 1e-9, 50).likelihoods()) {
      for (var levels : ofClass) {
        assertThat(Arrays.stream(levels).min().orElseThrow()).isPositive();
        assertThat(Arrays.stream(levels).sum()).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void what_is_missing_says_nothing() {
    assertThat(guess().posterior(new int[] {-1, -1, -1, -1})).containsExactly(0.3, 0.7);
  }

  private static LatentClasses guess() {
    return new LatentClasses(
        new double[] {0.3, 0.7},
        new double[][][] {
          {{0.6, 0.2, 0.2}, {0.6, 0.4}, {0.6, 0.4}, {0.5, 0.3, 0.2}},
          {{0.2, 0.2, 0.6}, {0.4, 0.6}, {0.5, 0.5}, {0.2, 0.3, 0.5}}
        });
  }

  private static List<LatentClasses.Pattern> simulated(int pairs, double missing) {
    var random = new Random(3);
    var counts = new HashMap<List<Integer>, Long>();
    for (int i = 0; i < pairs; i++) {
      var ofClass = TRUE[draw(SHARES, random)];
      var levels = new ArrayList<Integer>();
      for (var feature : ofClass) {
        levels.add(random.nextDouble() < missing ? -1 : draw(feature, random));
      }
      counts.merge(levels, 1L, Long::sum);
    }
    return counts.entrySet().stream()
        .map(
            entry ->
                new LatentClasses.Pattern(
                    entry.getKey().stream().mapToInt(Integer::intValue).toArray(),
                    entry.getValue()))
        .toList();
  }

  private static int draw(double[] probabilities, Random random) {
    var point = random.nextDouble();
    for (int i = 0; i < probabilities.length - 1; i++) {
      point -= probabilities[i];
      if (point < 0) {
        return i;
      }
    }
    return probabilities.length - 1;
  }
}
