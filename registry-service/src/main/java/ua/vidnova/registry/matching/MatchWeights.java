package ua.vidnova.registry.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How likely each level of agreement is in each {@link Relation}, and where the bands begin: data,
 * read from weights.csv and thresholds.csv. Immutable.
 */
public final class MatchWeights {

  static final String SHIPPED_WEIGHTS = "/matching/weights.csv";
  static final String SHIPPED_THRESHOLDS = "/matching/thresholds.csv";
  private static final double LOG_2 = Math.log(2);

  private final Map<Feature, Map<Agreement, double[]>> likelihoods = new EnumMap<>(Feature.class);
  private final Map<Feature, Map<Agreement, double[]>> logarithms = new EnumMap<>(Feature.class);
  private final Map<Feature, Set<Agreement>> contradictions = new EnumMap<>(Feature.class);
  private final Map<String, Double> thresholds = new LinkedHashMap<>();

  private MatchWeights() {}

  /** The tables that the service carries. */
  public static MatchWeights shipped() {
    return Shipped.WEIGHTS;
  }

  /**
   * Reads tables of the form of the shipped ones.
   *
   * @throws IllegalArgumentException when a line cannot be read or a probability is not one
   */
  public static MatchWeights read(Reader weights, Reader thresholds) throws IOException {
    var read = new MatchWeights();
    for (var line : lines(weights)) {
      read.addLevel(line.split(",", -1));
    }
    for (var line : lines(thresholds)) {
      var fields = line.split(",", -1);
      read.thresholds.put(fields[0], Double.parseDouble(fields[1]));
    }
    return read;
  }

  /** The levels of a feature that the table has, in its order. */
  public List<Agreement> levelsOf(Feature feature) {
    return List.copyOf(likelihoods.getOrDefault(feature, Map.of()).keySet());
  }

  /** The probability of a level in a relation; 0 to 1. */
  public double likelihood(Feature feature, Agreement level, Relation relation) {
    return likelihoods.get(feature).get(level)[relation.ordinal()];
  }

  /** Whether a level speaks so strongly against one person that documents cannot link. */
  public boolean contradicts(Feature feature, Agreement level) {
    return contradictions.getOrDefault(feature, Set.of()).contains(level);
  }

  /**
   * log2 of how much likelier a level is for one person than for a rival.
   *
   * @param share how common the value is that agrees, relative to the usual one; only strangers
   *     agree in a common name more often
   */
  double bits(Feature feature, Agreement level, Relation rival, double share) {
    var row = logarithms.get(feature).get(level);
    var common = rival == Relation.STRANGER && share != 1 ? log2(share) : 0;
    return row[Relation.SAME.ordinal()] - row[rival.ordinal()] - common;
  }

  /** How many times rarer a rival is among all pairs than strangers are; log2. */
  double rarityBits(Relation rival) {
    return switch (rival) {
      case SAME, STRANGER -> 0;
      case RELATIVE -> threshold("relative_bits");
      case TWIN -> threshold("twin_bits");
    };
  }

  /**
   * A number of thresholds.csv.
   *
   * @throws IllegalArgumentException when the table does not have it
   */
  double threshold(String name) {
    var value = thresholds.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No threshold " + name);
    }
    return value;
  }

  private void addLevel(String[] fields) {
    var feature = Feature.valueOf(fields[0]);
    var level = Agreement.valueOf(fields[1]);
    var row = new double[Relation.values().length];
    for (int i = 0; i < row.length; i++) {
      row[i] = Double.parseDouble(fields[2 + i]);
      if (!(row[i] > 0 && row[i] <= 1)) {
        throw new IllegalArgumentException(
            "Not a probability above 0: " + String.join(",", fields));
      }
    }
    likelihoods.computeIfAbsent(feature, f -> new LinkedHashMap<>()).put(level, row);
    logarithms
        .computeIfAbsent(feature, f -> new EnumMap<>(Agreement.class))
        .put(level, Arrays.stream(row).map(MatchWeights::log2).toArray());
    if (fields[6].equals("yes")) {
      contradictions.computeIfAbsent(feature, f -> EnumSet.noneOf(Agreement.class)).add(level);
    }
  }

  private static double log2(double value) {
    return Math.log(value) / LOG_2;
  }

  private static List<String> lines(Reader table) throws IOException {
    try (var reader = new BufferedReader(table)) {
      return reader.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
    }
  }

  private static final class Shipped {
    private static final MatchWeights WEIGHTS = readShipped();

    private static MatchWeights readShipped() {
      try {
        return read(open(SHIPPED_WEIGHTS), open(SHIPPED_THRESHOLDS));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private static Reader open(String resource) {
      return new InputStreamReader(
          MatchWeights.class.getResourceAsStream(resource), StandardCharsets.UTF_8);
    }
  }
}
