package ua.vidnova.registry.matching;

import java.util.Map;

/**
 * How common names and settlements are among the registry's own residents. An agreement in a common
 * name proves less. Immutable.
 *
 * @param people how many residents were counted
 * @param counts how many bear each value, by the group that {@code NameDictionary} gives it; values
 *     that are not there are rare
 */
public record NameFrequencies(long people, Map<Feature, Map<String, Integer>> counts) {

  /** Of a registry that has not counted yet: every value has its usual share. */
  public static NameFrequencies none() {
    return new NameFrequencies(0, Map.of());
  }

  /**
   * The share of people who have a value, between what was counted and the usual share, which
   * weighs as much as {@code weight} people.
   *
   * @param usual 0 to 1
   * @param floor the least share that is believed
   */
  double share(Feature feature, String value, double usual, double weight, double floor) {
    var count = counts.getOrDefault(feature, Map.of()).getOrDefault(value, 0);
    return Math.max(floor, (count + weight * usual) / (people + weight));
  }
}
