package ua.vidnova.contracts.identifiers;

/** Capital letters that look the same in Latin and Cyrillic and are typed for one another. */
final class LookAlikes {

  private static final String LATIN = "ABCEHIKMOPTXYÏ";
  private static final String CYRILLIC = "АВСЕНІКМОРТХУЇ";

  private LookAlikes() {}

  static String toCyrillic(String capitals) {
    return replace(capitals, LATIN, CYRILLIC);
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
