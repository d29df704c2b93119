package ua.vidnova.registry.matching;

import java.util.Map;

/** Decides what a comparison amounts to. The examples are in its test. */
final class BandRules {

  private BandRules() {}

  /**
   * The band: LINK only on exact documentary evidence beside a high score and without a strong
   * contradiction. One valid РНОКПП in two records is always somebody's business.
   */
  static Band band(double bits, Map<Feature, Agreement> levels, MatchWeights weights) {
    var sameNumber = levels.get(Feature.RNOKPP) == Agreement.EQUAL;
    var documented = sameNumber || levels.get(Feature.DOCUMENT) == Agreement.IDENTIFYING;
    var contradicted =
        levels.entrySet().stream()
            .anyMatch(level -> weights.contradicts(level.getKey(), level.getValue()));
    if (documented && !contradicted && bits >= weights.threshold("link_bits")) {
      return Band.LINK;
    }
    return sameNumber || bits >= weights.threshold("review_bits") ? Band.REVIEW : Band.DISTINCT;
  }
}
