package ua.vidnova.registry.matching;

import java.util.List;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.registry.matching.spelling.Slips;

/** Decides at which level numbers and papers agree. Symmetric; the examples are in its test. */
final class NumberRules {

  /** Shorter numbers differ by one character too easily. */
  private static final int SLIP_LENGTH_MIN = 6;

  private NumberRules() {}

  /** Two РНОКПП; null when there is none. */
  static Agreement rnokpp(String a, String b) {
    if (a == null || b == null) {
      return Agreement.MISSING;
    }
    if (a.equals(b)) {
      return Rnokpp.isValid(a) ? Agreement.EQUAL : Agreement.EQUAL_INVALID;
    }
    var bothValid = Rnokpp.isValid(a) && Rnokpp.isValid(b);
    if (!bothValid && areOneSlipApart(a, b)) {
      return Agreement.SLIP;
    }
    return bothValid ? Agreement.DIFFERENT_VALID : Agreement.DIFFERENT;
  }

  /** Two telephone numbers; null when there is none. */
  static Agreement phone(String a, String b) {
    if (a == null || b == null) {
      return Agreement.MISSING;
    }
    if (a.equals(b)) {
      return Agreement.EQUAL;
    }
    return areOneSlipApart(a, b) ? Agreement.SLIP : Agreement.DIFFERENT;
  }

  /** The papers of two records: the best agreement of any two; other kinds cannot be compared. */
  static Agreement documents(List<DocumentKey> a, List<DocumentKey> b) {
    var best = Agreement.MISSING;
    for (var one : a) {
      for (var other : b) {
        best = better(best, paper(one, other));
      }
    }
    return best;
  }

  private static Agreement paper(DocumentKey a, DocumentKey b) {
    if (a.number() == null || b.number() == null || a.type() != b.type()) {
      return Agreement.MISSING;
    }
    if (a.number().equals(b.number())) {
      return a.identifies() && b.identifies() ? Agreement.IDENTIFYING : Agreement.SAME;
    }
    if (areOneSlipApart(a.number(), b.number())) {
      return Agreement.SLIP;
    }
    // An occupation's passport beside a Ukrainian one is another paper, not another person.
    return a.identifies() && b.identifies() ? Agreement.DIFFERENT : Agreement.MISSING;
  }

  private static Agreement better(Agreement a, Agreement b) {
    return rank(a) <= rank(b) ? a : b;
  }

  private static int rank(Agreement agreement) {
    return List.of(
            Agreement.IDENTIFYING,
            Agreement.SAME,
            Agreement.SLIP,
            Agreement.DIFFERENT,
            Agreement.MISSING)
        .indexOf(agreement);
  }

  private static boolean areOneSlipApart(String a, String b) {
    return Math.min(a.length(), b.length()) >= SLIP_LENGTH_MIN && Slips.between(a, b) == 1;
  }
}
