package ua.vidnova.registry.names;

/**
 * Latin letters that look like Cyrillic ones. One of them inside a Cyrillic word cannot be seen and
 * breaks every comparison, so they are folded wherever the word is known to be Cyrillic.
 */
public final class LookAlikes {

  private static final String LATIN = "ABCEHIKMOPTXYaceiopxyÏï";
  private static final String CYRILLIC = "АВСЕНІКМОРТХУасеіорхуЇї";

  private LookAlikes() {}

  /** Replaces each look-alike by its Cyrillic twin and leaves the rest. */
  public static String toCyrillic(String text) {
    var folded = new StringBuilder(text.length());
    text.chars().forEach(letter -> folded.append(fold((char) letter)));
    return folded.toString();
  }

  private static char fold(char letter) {
    var at = LATIN.indexOf(letter);
    return at < 0 ? letter : CYRILLIC.charAt(at);
  }
}
