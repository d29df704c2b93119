package ua.vidnova.bench.matching;

import ua.vidnova.registry.matching.Band;
import ua.vidnova.registry.matching.MatchProfile;

/** The yardstick: what a plain SQL join on equal values would decide about two records. */
final class EqualityJoin {
  private EqualityJoin() {}

  /** LINK on the same РНОКПП, REVIEW on the same names and birth date, else DISTINCT. */
  static Band decide(MatchProfile a, MatchProfile b) {
    if (a.rnokpp() != null && a.rnokpp().equals(b.rnokpp())) {
      return Band.LINK;
    }
    return a.name().equals(b.name()) && a.birthDate().equals(b.birthDate())
        ? Band.REVIEW
        : Band.DISTINCT;
  }
}
