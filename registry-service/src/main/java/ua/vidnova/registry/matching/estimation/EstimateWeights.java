package ua.vidnova.registry.matching.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ua.vidnova.registry.matching.Agreement;
import ua.vidnova.registry.matching.Feature;
import ua.vidnova.registry.matching.MatchWeights;
import ua.vidnova.registry.matching.Relation;

/**
 * Estimates the column {@code same} of weights.csv, how likely each level of agreement is between
 * two records of one person, from a registry's own pairs. The other columns stay: pairs that share
 * a key are no random strangers, and there are too few twins among them.
 */
public final class EstimateWeights {

  private static final double TOLERANCE = 1e-6;
  private static final int ITERATIONS_MAX = 500;

  /** What a first guess takes each class for among pairs that share a key. */
  private static final double[] SHARES = {0.02, 0.90, 0.079, 0.001};

  private final MatchWeights present;
  private final List<Feature> features;
  private final Map<List<Integer>, Long> patterns = new HashMap<>();

  public EstimateWeights(MatchWeights present) {
    this.present = present;
    this.features =
        Arrays.stream(Feature.values())
            .filter(feature -> !present.levelsOf(feature).isEmpty())
            .toList();
  }

  /** Adds a pair: how it agrees, feature by feature. */
  public void add(Map<Feature, Agreement> pair) {
    var levels =
        features.stream()
            .map(
                feature ->
                    pair.containsKey(feature)
                        ? present.levelsOf(feature).indexOf(pair.get(feature))
                        : -1)
            .toList();
    patterns.merge(levels, 1L, Long::sum);
  }

  /** How many pairs were added. */
  public long pairs() {
    return patterns.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The whole table, ready to be checked by a person and set as the operator's file. */
  public String toCsv() {
    var fitted =
        new LatentClasses(SHARES, presentLikelihoods())
            .fittedTo(
                patterns.entrySet().stream()
                    .map(
                        entry ->
                            new LatentClasses.Pattern(
                                entry.getKey().stream().mapToInt(Integer::intValue).toArray(),
                                entry.getValue()))
                    .toList(),
                TOLERANCE,
                ITERATIONS_MAX);
    var csv = new ArrayList<String>();
    csv.add(
        "# \"same\" estimated by EM from %d pairs that share a key, of which %.2f %% are of one person."
            .formatted(pairs(), fitted.shares()[Relation.SAME.ordinal()] * 100)
            .replace(',', '.'));
    csv.add("feature,agreement,same,stranger,relative,twin,contradicts");
    for (int f = 0; f < features.size(); f++) {
      for (int l = 0; l < present.levelsOf(features.get(f)).size(); l++) {
        csv.add(row(f, l, fitted.likelihoods()[Relation.SAME.ordinal()][f][l]));
      }
    }
    return String.join("\n", csv) + "\n";
  }

  private String row(int f, int l, double same) {
    var feature = features.get(f);
    var level = present.levelsOf(feature).get(l);
    return String.format(
        Locale.ROOT,
        "%s,%s,%.8f,%s,%s,%s,%s",
        feature,
        level,
        same,
        present.likelihood(feature, level, Relation.STRANGER),
        present.likelihood(feature, level, Relation.RELATIVE),
        present.likelihood(feature, level, Relation.TWIN),
        present.contradicts(feature, level) ? "yes" : "no");
  }

  private double[][][] presentLikelihoods() {
    var likelihoods = new double[Relation.values().length][features.size()][];
    for (var relation : Relation.values()) {
      for (int f = 0; f < features.size(); f++) {
        var feature = features.get(f);
        likelihoods[relation.ordinal()][f] =
            present.levelsOf(feature).stream()
                .mapToDouble(level -> present.likelihood(feature, level, relation))
                .toArray();
      }
    }
    return likelihoods;
  }
}
