package ua.vidnova.payments.heirs;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Divides a sum so that the parts are whole kopiykas and add up to it. */
public final class ShareRules {

  private ShareRules() {}

  private record Part(UUID heir, long minor, BigInteger remainder) {}

  /**
   * Gives each heir the whole kopiykas of their part, and those left over to the largest
   * remainders; of equal ones to the lower id, so that the same claim is always divided the same.
   *
   * @param totalMinor kopiykas, not negative
   * @param weights the heirs' parts, all above zero
   */
  public static Map<UUID, Long> divide(long totalMinor, Map<UUID, Integer> weights) {
    var sum = weights.values().stream().mapToLong(Integer::longValue).sum();
    var parts =
        weights.entrySet().stream()
            .map(one -> part(one.getKey(), totalMinor, one.getValue(), sum))
            .sorted(
                Comparator.comparing(Part::remainder)
                    .reversed()
                    .thenComparing(part -> part.heir().toString()))
            .toList();
    var left = totalMinor - parts.stream().mapToLong(Part::minor).sum();
    var shares = new LinkedHashMap<UUID, Long>();
    for (var part : parts) {
      shares.put(part.heir(), part.minor() + (left-- > 0 ? 1 : 0));
    }
    return shares;
  }

  private static Part part(UUID heir, long totalMinor, int weight, long sum) {
    var divided =
        BigInteger.valueOf(totalMinor)
            .multiply(BigInteger.valueOf(weight))
            .divideAndRemainder(BigInteger.valueOf(sum));
    return new Part(heir, divided[0].longValueExact(), divided[1]);
  }

  /** Whether all parts are the same, as the family's are. */
  public static boolean areEqual(Collection<Integer> weights) {
    return weights.stream().distinct().count() <= 1;
  }
}
