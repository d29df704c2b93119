package ua.vidnova.registry.matching.spelling;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ua.vidnova.contracts.identifiers.LookAlikes;

/**
 * One part of a name, ready to be compared.
 *
 * @param text lower-case, in one spelling of apostrophes, hyphens and look-alike letters; empty
 *     when the record says nothing
 * @param key what it sounds like, see {@link SoundKey}
 * @param family the name it belongs to as a family name
 * @param given the same as a given name
 * @param father the same as a patronymic or father's name
 */
public record Spelling(
    String text, String key, String family, String given, String father, boolean cyrillic) {

  private static final Spelling NOTHING = new Spelling("", "", "", "", "", false);

  private static final Pattern UKRAINIAN_WORD = Pattern.compile("[А-яЄІЇҐєіїґ]+");
  private static final Pattern APOSTROPHES = Pattern.compile("['`´ʼ‘’′＇\"]");
  private static final Pattern HYPHENS = Pattern.compile("\\s*\\p{Pd}\\s*|\\s+");
  private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}’-]+");
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
  private static final Pattern RUSSIAN_LETTERS = Pattern.compile("[ыэёъ]");

  /**
   * Reads a part of a name as it is written.
   *
   * @param written null when the record has none
   */
  public static Spelling of(String written) {
    var text = written == null ? "" : normalise(written);
    var key = SoundKey.of(text);
    if (key.isEmpty()) {
      return NOTHING;
    }
    var dictionary = NameDictionary.get();
    return new Spelling(
        text,
        key,
        dictionary.family(text, key),
        dictionary.given(text, key),
        dictionary.father(text, key),
        SoundKey.hasCyrillic(text));
  }

  /** One spelling of whatever is only written differently; applying it twice changes nothing. */
  public static String normalise(String written) {
    var composed = Normalizer.normalize(written, Normalizer.Form.NFC);
    if (UKRAINIAN_WORD.matcher(composed).matches()) {
      return composed.toLowerCase(Locale.ROOT);
    }
    var lower = folded(composed).toLowerCase(Locale.ROOT);
    var joined =
        HYPHENS.matcher(APOSTROPHES.matcher(lower.strip()).replaceAll("’")).replaceAll("-");
    var letters = EDGES.matcher(NO_NAME.matcher(joined).replaceAll("")).replaceAll("");
    return folded(Normalizer.normalize(letters, Normalizer.Form.NFC));
  }

  private static String folded(String text) {
    return SoundKey.hasCyrillic(text) ? LookAlikes.toCyrillic(text) : text;
  }

  public boolean isMissing() {
    return text.isEmpty();
  }

  /** Whether it is only a first letter. */
  public boolean isInitial() {
    return text.length() == 1;
  }

  boolean hasRussianLetters() {
    return RUSSIAN_LETTERS.matcher(text).find();
  }

  /** Whose patronymic it is by its ending. */
  Patronymic.Of patronymicOf() {
    return Patronymic.of(key);
  }

  /** Whether it has the ending of a patronymic. */
  public boolean isPatronymic() {
    return patronymicOf() != Patronymic.Of.NOBODY;
  }

  List<String> halves() {
    return List.of(family.split("-"));
  }
}
