package ua.vidnova.registry.matching;

import static ua.vidnova.registry.matching.ComparableProfile.FAMILY;
import static ua.vidnova.registry.matching.ComparableProfile.GIVEN;
import static ua.vidnova.registry.matching.ComparableProfile.PATRONYMIC;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Weighs whether two records are of one person, after Fellegi and Sunter (1969): each feature adds
 * log2 of how much likelier its agreement is for one person than for two. The two may be strangers,
 * relatives or twins; the score is that against the rival who explains the agreement best. Pure,
 * symmetric and safe for use by many threads.
 */
public final class Matcher {

  private static final List<Agreement> ONE_VALUE =
      List.of(Agreement.EQUAL, Agreement.RUSSIAN, Agreement.LATIN, Agreement.SOUND);

  private final MatchWeights weights;
  private final NameFrequencies frequencies;
  private final Map<Feature, Double> usualShares = new EnumMap<>(Feature.class);

  public Matcher(MatchWeights weights, NameFrequencies frequencies) {
    this.weights = weights;
    this.frequencies = frequencies;
    for (var feature :
        List.of(Feature.FAMILY_NAME, Feature.GIVEN_NAME, Feature.PATRONYMIC, Feature.SETTLEMENT)) {
      usualShares.put(
          feature,
          weights.levelsOf(feature).stream()
              .filter(ONE_VALUE::contains)
              .mapToDouble(level -> weights.likelihood(feature, level, Relation.STRANGER))
              .sum());
    }
  }

  /** With the tables that the service carries, and no counts of names. */
  public static Matcher withShippedWeights() {
    return new Matcher(MatchWeights.shipped(), NameFrequencies.none());
  }

  /** Compares two records; the order does not matter. */
  public Comparison compare(MatchProfile a, MatchProfile b) {
    return compare(ComparableProfile.of(a), ComparableProfile.of(b));
  }

  Comparison compare(ComparableProfile a, ComparableProfile b) {
    var levels = levels(a, b);
    var shares = shares(levels, a, b);
    var rival = Relation.STRANGER;
    var bits = total(levels, shares, rival);
    for (var other : List.of(Relation.RELATIVE, Relation.TWIN)) {
      var against = total(levels, shares, other);
      if (against < bits) {
        rival = other;
        bits = against;
      }
    }
    return new Comparison(
        bits, BandRules.band(bits, levels, weights), explained(levels, shares, rival, bits));
  }

  /** How two records agree, feature by feature; what cannot be compared is not there. */
  static Map<Feature, Agreement> levels(ComparableProfile one, ComparableProfile other) {
    var a = one.profile();
    var b = other.profile();
    var names = NameRules.compare(one, other);
    var levels = new EnumMap<Feature, Agreement>(Feature.class);
    levels.put(Feature.FAMILY_NAME, names[FAMILY]);
    levels.put(Feature.GIVEN_NAME, names[GIVEN]);
    levels.put(Feature.PATRONYMIC, names[PATRONYMIC]);
    levels.put(Feature.BIRTH_DATE, DateRules.compare(a.birthDate(), b.birthDate()));
    levels.put(Feature.SEX, equality(a.sex(), b.sex()));
    levels.put(Feature.RNOKPP, NumberRules.rnokpp(a.rnokpp(), b.rnokpp()));
    levels.put(Feature.DOCUMENT, NumberRules.documents(a.documents(), b.documents()));
    levels.put(Feature.PHONE, NumberRules.phone(a.phone(), b.phone()));
    levels.put(Feature.SETTLEMENT, settlements(one, other));
    levels.values().removeIf(level -> level == Agreement.MISSING);
    return levels;
  }

  private static Agreement settlements(ComparableProfile a, ComparableProfile b) {
    var equality = equality(a.profile().settlement(), b.profile().settlement());
    return equality == Agreement.DIFFERENT
            && !a.hromada().isEmpty()
            && a.hromada().equals(b.hromada())
        ? Agreement.SAME_HROMADA
        : equality;
  }

  private static Agreement equality(Object a, Object b) {
    if (a == null || b == null) {
      return Agreement.MISSING;
    }
    return a.equals(b) ? Agreement.EQUAL : Agreement.DIFFERENT;
  }

  /** How common the value is in which the records agree, relative to the usual one. */
  private Map<Feature, Double> shares(
      Map<Feature, Agreement> levels, ComparableProfile a, ComparableProfile b) {
    var shares = new EnumMap<Feature, Double>(Feature.class);
    levels.forEach(
        (feature, level) -> {
          var usual = usualShares.get(feature);
          if (usual != null && ONE_VALUE.contains(level)) {
            shares.put(feature, share(feature, valueOf(feature, a), usual));
          }
        });
    return shares;
  }

  private double share(Feature feature, String value, double usual) {
    return frequencies.share(
            feature,
            value,
            usual,
            weights.threshold("frequency_weight"),
            weights.threshold("frequency_floor"))
        / usual;
  }

  private static String valueOf(Feature feature, ComparableProfile of) {
    return switch (feature) {
      case FAMILY_NAME -> of.part(FAMILY).family();
      case GIVEN_NAME -> of.part(GIVEN).given();
      case PATRONYMIC -> of.part(PATRONYMIC).father();
      default -> of.profile().settlement();
    };
  }

  private double total(
      Map<Feature, Agreement> levels, Map<Feature, Double> shares, Relation rival) {
    var bits = weights.rarityBits(rival);
    for (var level : levels.entrySet()) {
      bits += bits(level.getKey(), level.getValue(), shares, rival);
    }
    return bits;
  }

  private double bits(
      Feature feature, Agreement level, Map<Feature, Double> shares, Relation rival) {
    return weights.bits(feature, level, rival, shares.getOrDefault(feature, 1.0));
  }

  /** Each feature as against strangers; what a nearer rival takes away is a line of its own. */
  private List<FeatureWeight> explained(
      Map<Feature, Agreement> levels, Map<Feature, Double> shares, Relation rival, double bits) {
    var features = new ArrayList<FeatureWeight>(levels.size() + 1);
    levels.forEach(
        (feature, level) ->
            features.add(
                new FeatureWeight(
                    feature, level.name(), bits(feature, level, shares, Relation.STRANGER))));
    if (rival != Relation.STRANGER) {
      features.add(
          new FeatureWeight(
              Feature.RIVAL, rival.name(), bits - total(levels, shares, Relation.STRANGER)));
    }
    return features;
  }
}
