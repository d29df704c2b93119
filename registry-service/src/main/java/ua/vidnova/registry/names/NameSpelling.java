package ua.vidnova.registry.names;

import java.text.Normalizer;
import java.util.Locale;
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
  private static final Pattern UKRAINIAN_OR_RUSSIAN = words("А-ЩЬЮЯҐЄІЇЁЫЭЪа-щьюяґєіїёыэъ");
  private static final Pattern LATIN = words("\\p{IsLatin}");
  private static final Pattern ANY_CYRILLIC_OR_LATIN = words("\\p{IsCyrillic}\\p{IsLatin}");
  private static final Pattern HAS_CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
  private static final Pattern HAS_LATIN = Pattern.compile("\\p{IsLatin}");
  private static final Pattern APOSTROPHE = Pattern.compile("['`´ʼ‘’′＇]");
  private static final Pattern HYPHEN = Pattern.compile("\\s*\\p{Pd}\\s*");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern WORD_START = Pattern.compile("(?:^|[ -])\\p{L}");

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
    return read(part, cyrillic ? UKRAINIAN : LATIN, cyrillic);
  }

  /**
   * Reads one part of a name as another register wrote it: Russian letters are taken too, and names
   * in capitals only get small letters.
   */
  public static Checked<String> readAsListed(String part, boolean cyrillic) {
    return switch (read(part, cyrillic ? UKRAINIAN_OR_RUSSIAN : LATIN, cyrillic)) {
      case Checked.Good<String>(var spelt) -> Checked.good(inNameCase(spelt));
      case Checked.Bad<String> bad -> bad;
    };
  }

  private static Checked<String> read(String part, Pattern letters, boolean cyrillic) {
    var tidy = tidy(part);
    var spelt = cyrillic ? LookAlikes.toCyrillic(tidy) : tidy;
    if (spelt.length() > LENGTH_MAX) {
      return Checked.bad("too-long", "At most " + LENGTH_MAX + " letters.");
    }
    if (cyrillic && HAS_LATIN.matcher(spelt).find()) {
      return Checked.bad("mixed-script", "Write the whole name in one script.");
    }
    return letters.matcher(spelt).matches()
        ? Checked.good(spelt)
        : Checked.bad("letters", "Use Ukrainian letters, hyphen and apostrophe between them.");
  }

  /** Reads one part of a name as some paper has it, in letters that Ukrainian may lack. */
  public static Checked<String> readAsWritten(String part) {
    var tidy = tidy(part);
    if (tidy.length() > LENGTH_MAX) {
      return Checked.bad("too-long", "At most " + LENGTH_MAX + " letters.");
    }
    return ANY_CYRILLIC_OR_LATIN.matcher(tidy).matches()
        ? Checked.good(tidy)
        : Checked.bad("letters", "Use letters, hyphen and apostrophe between them.");
  }

  private static String tidy(String part) {
    var composed = Normalizer.normalize(part, Normalizer.Form.NFC);
    var apostrophes = APOSTROPHE.matcher(composed).replaceAll("’");
    var hyphens = HYPHEN.matcher(apostrophes).replaceAll("-");
    return SPACES.matcher(hyphens).replaceAll(" ").strip();
  }

  private static String inNameCase(String name) {
    var small = name.toLowerCase(Locale.ROOT);
    return name.equals(small) || name.equals(name.toUpperCase(Locale.ROOT))
        ? WORD_START.matcher(small).replaceAll(start -> start.group().toUpperCase(Locale.ROOT))
        : name;
  }

  private static Pattern words(String letters) {
    return Pattern.compile("[%1$s]+(?:[ ’-][%1$s]+)*".formatted(letters));
  }
}
