package ua.vidnova.registry.matching;

import java.util.List;

/**
 * What comparing two records gave.
 *
 * @param bits the sum of the features' bits
 * @param features those that could be compared, in the order of {@link Feature}
 */
public record Comparison(double bits, Band band, List<FeatureWeight> features) {

  public Comparison {
    features = List.copyOf(features);
  }
}
