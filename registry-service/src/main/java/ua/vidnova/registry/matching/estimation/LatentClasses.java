package ua.vidnova.registry.matching.estimation;

import java.util.Arrays;
import java.util.Collection;

/**
 * Pairs of records belong to hidden classes, such as one person or two; within a class the features
 * agree independently of one another. Estimates how large the classes are and how likely each level
 * of agreement is in each, by expectation maximisation (Dempster, Laird, Rubin 1977).
 *
 * @param shares of the classes among all pairs, adding up to 1
 * @param likelihoods by class, feature and level; the levels of a feature add up to 1
 */
public record LatentClasses(double[] shares, double[][][] likelihoods) {

  /** Counts as if each level had been seen this often, so that nothing becomes impossible. */
  private static final double UNSEEN = 0.1;

  /** In how many pairs the features agreed at these levels; -1 is a feature that one lacks. */
  public record Pattern(int[] levels, long pairs) {}

  /**
   * Improves this guess until an iteration changes no share of a class by more than the tolerance.
   * Which hidden class is which follows from the guess.
   */
  public LatentClasses fittedTo(Collection<Pattern> patterns, double tolerance, int iterationsMax) {
    var model = this;
    for (int i = 0; i < iterationsMax; i++) {
      var better = model.iterate(patterns);
      var settled = model.distanceTo(better) <= tolerance;
      model = better;
      if (settled) {
        break;
      }
    }
    return model;
  }

  /** How probable each class is for a pair with these levels. */
  double[] posterior(int[] levels) {
    var posterior = new double[shares.length];
    for (int c = 0; c < posterior.length; c++) {
      posterior[c] = shares[c];
      for (int f = 0; f < levels.length; f++) {
        posterior[c] *= levels[f] < 0 ? 1 : likelihoods[c][f][levels[f]];
      }
    }
    return normalised(posterior);
  }

  private LatentClasses iterate(Collection<Pattern> patterns) {
    var classes = new double[shares.length];
    var counts = new double[shares.length][][];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = new double[likelihoods[c].length][];
      for (int f = 0; f < counts[c].length; f++) {
        counts[c][f] = new double[likelihoods[c][f].length];
        Arrays.fill(counts[c][f], UNSEEN);
      }
    }
    for (var pattern : patterns) {
      var posterior = posterior(pattern.levels());
      for (int c = 0; c < classes.length; c++) {
        var pairs = posterior[c] * pattern.pairs();
        classes[c] += pairs;
        for (int f = 0; f < pattern.levels().length; f++) {
          if (pattern.levels()[f] >= 0) {
            counts[c][f][pattern.levels()[f]] += pairs;
          }
        }
      }
    }
    for (var ofClass : counts) {
      Arrays.setAll(ofClass, f -> normalised(ofClass[f]));
    }
    return new LatentClasses(normalised(classes), counts);
  }

  private double distanceTo(LatentClasses other) {
    var greatest = 0.0;
    for (int c = 0; c < shares.length; c++) {
      greatest = Math.max(greatest, Math.abs(shares[c] - other.shares[c]));
      for (int f = 0; f < likelihoods[c].length; f++) {
        for (int l = 0; l < likelihoods[c][f].length; l++) {
          greatest =
              Math.max(greatest, Math.abs(likelihoods[c][f][l] - other.likelihoods[c][f][l]));
        }
      }
    }
    return greatest;
  }

  private static double[] normalised(double[] values) {
    var sum = Arrays.stream(values).sum();
    return Arrays.stream(values).map(value -> value / sum).toArray();
  }
}
