package ua.vidnova.registry.names;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.LookAlikes;
import ua.vidnova.registry.Checked;

/**
 * The one way in which a part of a name is kept: composed letters (NFC), {@code ’} for every
 * apostrophe, {@code -} for every hyphen, single spaces, no Latin look-alikes in a Cyrillic name. A
 * name is written wholly in Ukrainian letters or, for a foreigner, wholly in Latin ones.
 */
public final class NameSpelling {

  private static final int LENGTH_MAX = 100;
  private static final Pattern UKRAINIAN = words("А-ЩЬЮЯҐЄІЇа-щьюяґєії");
  private static final Pattern LATIN = words("\\p{IsLatin}");
  private static final Pattern HAS_CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
  private static final Pattern HAS_LATIN = Pattern.compile("\\p{IsLatin}");

  private NameSpelling() {}

  /** Whether a name is meant to be Cyrillic: at least one letter of it is. */
  public static boolean isCyrillic(Stream<String> parts) {
    return parts.anyMatch(part -> HAS_CYRILLIC.matcher(part).find());
  }

  /**
   * Reads one part of a name.
   *
   * @param cyrillic whether the whole name is meant to be Cyrillic
   */
  public static Checked<String> read(String part, boolean cyrillic) {
    var tidy = tidy(part);
    var spelt = cyrillic ? LookAlikes.toCyrillic(tidy) : tidy;
    if (spelt.length() > LENGTH_MAX) {
      return Checked.bad("too-long", "At most " + LENGTH_MAX + " letters.");
    }
    if (cyrillic && HAS_LATIN.matcher(spelt).find()) {
      return Checked.bad("mixed-script", "Write the whole name in one script.");
    }
    return (cyrillic ? UKRAINIAN : LATIN).matcher(spelt).matches()
        ? Checked.good(spelt)
        : Checked.bad("letters", "Use Ukrainian letters, hyphen and apostrophe between them.");
  }

  private static String tidy(String part) {
    return Normalizer.normalize(part, Normalizer.Form.NFC)
        .replaceAll("['`´ʼ‘’′＇]", "’")
        .replaceAll("\\s*\\p{Pd}\\s*", "-")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Pattern words(String letters) {
    return Pattern.compile("[%1$s]+(?:[ ’-][%1$s]+)*".formatted(letters));
  }
}
