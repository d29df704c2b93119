package ua.vidnova.contracts.identifiers;

/**
 * Letters that look the same in Latin and Cyrillic and are typed for one another. One of them
 * inside a Cyrillic word cannot be seen and breaks every comparison.
 */
public final class LookAlikes {

  private static final String LATIN = "ABCEHIKMOPTXYaceiopxyÏï";
  private static final String CYRILLIC = "АВСЕНІКМОРТХУасеіорхуЇї";

  private LookAlikes() {}

  /** Replaces each Latin look-alike by its Cyrillic twin and leaves the rest. */
  public static String toCyrillic(String text) {
    return replace(text, LATIN, CYRILLIC);
  }

  static String toLatin(String capitals) {
    return replace(capitals, CYRILLIC, LATIN);
  }

  private static String replace(String text, String from, String to) {
    var replaced = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int letter = from.indexOf(text.charAt(i));
      if (letter >= 0) {
        replaced.setCharAt(i, to.charAt(letter));
      }
    }
    return replaced.toString();
  }
}
