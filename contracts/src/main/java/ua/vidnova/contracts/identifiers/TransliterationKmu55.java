package ua.vidnova.contracts.identifiers;

import java.util.Locale;

/**
 * Ukrainian in Latin letters by the table of the Cabinet of Ministers' resolution №55 of
 * 27.01.2010, the one of passports and maps. It cannot be reversed.
 */
public final class TransliterationKmu55 {

  private static final String[] INSIDE_WORD =
      table(
          """
          а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r \
          с s т t у u ф f х kh ц ts ч ch ш sh щ shch ю iu я ia\
          """);
  private static final String[] AT_WORD_START = table("є ye ї yi й y ю yu я ya");
  private static final String SILENT = "ьЬ'’‘ʼ`′";

  private TransliterationKmu55() {}

  /** Keeps case and whatever is not a Ukrainian letter; drops apostrophes and the soft sign. */
  public static String toLatin(String ukrainian) {
    var latin = new StringBuilder(ukrainian.length() * 2);
    for (int at = 0; at < ukrainian.length(); at++) {
      char letter = ukrainian.charAt(at);
      if (SILENT.indexOf(letter) < 0) {
        String letters = latinOf(ukrainian, at);
        latin.append(letters == null ? letter : inCaseOf(ukrainian, at, letters));
      }
    }
    return latin.toString();
  }

  private static String latinOf(String text, int at) {
    char letter = Character.toLowerCase(text.charAt(at));
    if (letter >= INSIDE_WORD.length) {
      return null;
    }
    char before = at == 0 ? ' ' : Character.toLowerCase(text.charAt(at - 1));
    if (letter == 'г' && before == 'з') {
      return "gh";
    }
    boolean startsWord = !Character.isLetter(before) && SILENT.indexOf(before) < 0;
    return startsWord && AT_WORD_START[letter] != null
        ? AT_WORD_START[letter]
        : INSIDE_WORD[letter];
  }

  private static String inCaseOf(String text, int at, String letters) {
    if (!Character.isUpperCase(text.charAt(at))) {
      return letters;
    }
    return letters.length() == 1 || standsAmongCapitals(text, at)
        ? letters.toUpperCase(Locale.ROOT)
        : Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
  }

  private static boolean standsAmongCapitals(String text, int at) {
    boolean endsWord = at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1));
    return endsWord
        ? at > 0 && Character.isUpperCase(text.charAt(at - 1))
        : Character.isUpperCase(text.charAt(at + 1));
  }

  private static String[] table(String pairs) {
    var table = new String['ґ' + 1];
    String[] words = pairs.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      table[words[i].charAt(0)] = words[i + 1];
    }
    return table;
  }
}
