package ua.vidnova.registry.matching.spelling;

/**
 * Patronymics and the fathers' names inside them. Миколайович, Миколаївна, Николаевич, Nikolayevna
 * and Микола have stems that the dictionary knows to be one name's.
 */
final class Patronymic {

  /** Who is called so. */
  enum Of {
    A_SON,
    A_DAUGHTER,
    NOBODY
  }

  /** Endings as sounds, longer ones before those that end them. */
  private static final String[] ENDINGS = {
    "oviC", "eviC", "iviC", "iC", "ovna", "evna", "ivna", "iniCna", "iCna"
  };

  private static final String VOWELS = "aeiou";

  private Patronymic() {}

  /** Whose patronymic a word is by its ending, in any script. */
  static Of of(String key) {
    if (endingOf(key).isEmpty()) {
      return Of.NOBODY;
    }
    return key.endsWith("a") ? Of.A_DAUGHTER : Of.A_SON;
  }

  /** What a patronymic and its father's name have in common; its first word counts. */
  static String stemOf(String text) {
    return stemOfKey(SoundKey.of(NameDictionary.words(text).getFirst()));
  }

  /** The same of one word, by its sound. */
  static String stemOfKey(String key) {
    var end = key.length() - endingOf(key).length();
    while (end > 0 && VOWELS.indexOf(key.charAt(end - 1)) >= 0) {
      end--;
    }
    return end == 0 ? key : key.substring(0, end);
  }

  private static String endingOf(String key) {
    for (var ending : ENDINGS) {
      if (key.endsWith(ending)) {
        return ending;
      }
    }
    return "";
  }
}
