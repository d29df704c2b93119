package ua.vidnova.registry.matching.spelling;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import ua.vidnova.registry.matching.Agreement;

/** Decides at which level two spellings agree. Symmetric; the examples are in its test. */
public final class SpellingRules {

  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  /** Below this Jaro–Winkler similarity of the sounds, names have nothing in common. */
  private static final double FAINT_MIN = 0.85;

  private static final int ONE_LETTER_LENGTH_MIN = 3;
  private static final int ONE_SLIP_LENGTH_MIN = 4;
  private static final int TWO_SLIPS_LENGTH_MIN = 8;
  private static final int HALF_LENGTH_MIN = 3;

  private SpellingRules() {}

  /** Two family names. */
  public static Agreement families(Spelling a, Spelling b) {
    if (a.isMissing() || b.isMissing()) {
      return Agreement.MISSING;
    }
    if (a.isInitial() || b.isInitial()) {
      return startAlike(a, b) ? Agreement.INITIAL : Agreement.DIFFERENT;
    }
    if (a.family().equals(b.family())) {
      return sameName(a, b);
    }
    return haveACommonHalf(a, b) ? Agreement.PART : resemblance(a.key(), b.key());
  }

  /**
   * Two given names. A word one letter from a name, and itself in no usual use, is a slip; another
   * name in usual use is another person's, perhaps a twin's.
   */
  public static Agreement givens(Spelling a, Spelling b) {
    if (a.isMissing() || b.isMissing()) {
      return Agreement.MISSING;
    }
    var dictionary = NameDictionary.get();
    if (a.isInitial() || b.isInitial()) {
      var fits =
          startAlike(a, b)
              || (a.isInitial() && dictionary.canBegin(b.given(), a.text()))
              || (b.isInitial() && dictionary.canBegin(a.given(), b.text()));
      return fits ? Agreement.INITIAL : Agreement.DIFFERENT;
    }
    if (a.given().equals(b.given())) {
      return sameName(a, b);
    }
    if (dictionary.isUsualGiven(a) && dictionary.isUsualGiven(b)) {
      return Agreement.DIFFERENT;
    }
    if (areOneLetterApart(a.text(), b.text())) {
      return Agreement.SIMILAR;
    }
    return dictionary.knowsGiven(a.given()) && dictionary.knowsGiven(b.given())
        ? oneSlipOrDifferent(a, b)
        : resemblanceOfUnknown(a, b);
  }

  /** Two given names, of which one is no known name, so that hardly anybody bears it. */
  private static Agreement resemblanceOfUnknown(Spelling a, Spelling b) {
    var level = resemblance(a.key(), b.key());
    return level == Agreement.DIFFERENT && (isNobodysName(a) || isNobodysName(b))
        ? Agreement.UNKNOWN
        : level;
  }

  private static boolean isNobodysName(Spelling word) {
    var dictionary = NameDictionary.get();
    return !dictionary.knowsGiven(word.given())
        && dictionary.usualGivens().noneMatch(name -> areOneLetterApart(name, word.text()));
  }

  /** Two patronymics, either of which may be the father's given name. */
  public static Agreement patronymics(Spelling a, Spelling b) {
    if (a.isMissing() || b.isMissing()) {
      return Agreement.MISSING;
    }
    var dictionary = NameDictionary.get();
    if (a.isInitial() || b.isInitial()) {
      var fits =
          startAlike(a, b)
              || (a.isInitial() && dictionary.canBeginFather(b.father(), a.text()))
              || (b.isInitial() && dictionary.canBeginFather(a.father(), b.text()));
      return fits ? Agreement.INITIAL : Agreement.DIFFERENT;
    }
    if (a.father().equals(b.father())) {
      return a.patronymicOf() == b.patronymicOf() ? sameName(a, b) : Agreement.FATHER_NAME;
    }
    if (dictionary.knowsFather(a.father()) && dictionary.knowsFather(b.father())) {
      return oneSlipOrDifferent(a, b);
    }
    return areSlip(a.key(), b.key())
        ? Agreement.SIMILAR
        : resemblance(Patronymic.stemOf(a.text()), Patronymic.stemOf(b.text()));
  }

  /** Whether two spellings of any two fields are of one name. */
  public static boolean areOneName(Spelling a, Spelling b) {
    return !a.isMissing()
        && !b.isMissing()
        && (a.key().equals(b.key())
            || a.given().equals(b.given())
            || a.family().equals(b.family())
            || (a.isPatronymic() && b.isPatronymic() && a.father().equals(b.father())));
  }

  /** Whether two spellings of any two fields may be of one name that was written with a slip. */
  public static boolean areAlike(Spelling a, Spelling b) {
    return areOneName(a, b) || areSlip(a.key(), b.key());
  }

  private static Agreement sameName(Spelling a, Spelling b) {
    if (a.text().equals(b.text())) {
      return Agreement.EQUAL;
    }
    if (a.cyrillic() != b.cyrillic()) {
      return Agreement.LATIN;
    }
    return !a.key().equals(b.key()) || a.hasRussianLetters() != b.hasRussianLetters()
        ? Agreement.RUSSIAN
        : Agreement.SOUND;
  }

  private static boolean startAlike(Spelling a, Spelling b) {
    return a.key().charAt(0) == b.key().charAt(0);
  }

  private static boolean haveACommonHalf(Spelling a, Spelling b) {
    return (a.text().indexOf('-') > 0 || b.text().indexOf('-') > 0)
        && a.halves().stream()
            .anyMatch(half -> half.length() >= HALF_LENGTH_MIN && b.halves().contains(half));
  }

  /** Two words of the dictionary: it lists misspelt names too, but those are near the right one. */
  private static Agreement oneSlipOrDifferent(Spelling a, Spelling b) {
    return Slips.between(a.key(), b.key()) <= 1 ? Agreement.SIMILAR : Agreement.DIFFERENT;
  }

  private static boolean areOneLetterApart(String a, String b) {
    return Math.min(a.length(), b.length()) >= ONE_LETTER_LENGTH_MIN
        && Math.abs(a.length() - b.length()) <= 1
        && Slips.between(a, b) == 1;
  }

  private static Agreement resemblance(String a, String b) {
    if (areSlip(a, b)) {
      return Agreement.SIMILAR;
    }
    // In one order, because the similarity of two texts may depend on it.
    var alike = a.compareTo(b) < 0 ? JARO_WINKLER.apply(a, b) : JARO_WINKLER.apply(b, a);
    return alike >= FAINT_MIN ? Agreement.FAINT : Agreement.DIFFERENT;
  }

  private static boolean areSlip(String a, String b) {
    var shorter = Math.min(a.length(), b.length());
    if (shorter < ONE_SLIP_LENGTH_MIN || Math.abs(a.length() - b.length()) > 2) {
      return false;
    }
    return Slips.between(a, b) <= (shorter >= TWO_SLIPS_LENGTH_MIN ? 2 : 1);
  }
}
