package ua.vidnova.payments.heirs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareRulesTest {

  @ParameterizedTest(name = "{0} by {1} is {2}")
  @CsvSource({
    "100, 1, 100",
    "100, 1 1, 50 50",
    "101, 1 1, 51 50",
    "100, 1 1 1, 34 33 33",
    "101, 1 1 1, 34 34 33",
    "1, 1 1, 1 0",
    "0, 1 1, 0 0",
    "100, 2 1, 67 33",
    "100, 1 2, 33 67",
    "10, 3 3 4, 3 3 4",
    "11, 3 3 4, 3 3 5",
    "346025, 1 2 3, 57671 115342 173012",
    "9223372036854775807, 1000000 1, 9223362813491962315 9223362813492"
  })
  void parts_are_whole_and_the_rest_goes_to_the_largest_remainders(
      long total, String weights, String expected) {
    assertThat(ShareRules.divide(total, weights(weights)).entrySet())
        .extracting(Map.Entry::getValue)
        .containsExactlyInAnyOrderElementsOf(longs(expected));
    var shares = ShareRules.divide(total, weights(weights));
    var heirs = weights(weights).keySet().stream().map(shares::get).toList();
    assertThat(heirs).containsExactlyElementsOf(longs(expected));
  }

  @Test
  void parts_add_up_whatever_the_sum() {
    var seed = System.nanoTime();
    var random = new Random(seed);
    for (var i = 0; i < 1000; i++) {
      var weights = new LinkedHashMap<UUID, Integer>();
      for (var heir = 0; heir <= random.nextInt(20); heir++) {
        weights.put(new UUID(0, heir), 1 + random.nextInt(1_000_000));
      }
      var total = random.nextLong(Long.MAX_VALUE);
      var shares = ShareRules.divide(total, weights);
      assertThat(shares.values().stream().mapToLong(Long::longValue).sum())
          .as("seed " + seed)
          .isEqualTo(total);
      assertThat(shares.values()).allMatch(share -> share >= 0);
    }
  }

  private static Map<UUID, Integer> weights(String text) {
    var weights = new LinkedHashMap<UUID, Integer>();
    for (var weight : text.split(" ", -1)) {
      weights.put(new UUID(0, weights.size()), Integer.valueOf(weight));
    }
    return weights;
  }

  private static List<Long> longs(String text) {
    return Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
  }
}
