package ua.vidnova.registry.names;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.LookAlikes;
import ua.vidnova.contracts.identifiers.TransliterationKmu55;

/**
 * Names as search compares them: lower-case words of the letters a to z, Cyrillic by the Cabinet's
 * table №55, so that one key finds a name in either script. Russian letters go to the Ukrainian
 * ones that stand in their place.
 */
public final class SearchKey {

  private static final String RUSSIAN = "ыэёъ";
  private static final String IN_THEIR_PLACE = "иее’";

  private SearchKey() {}

  /** The key of a name: each word with a space before it, so that a prefix is {@code " iv"}. */
  public static String of(PersonName name) {
    return Stream.of(name.family(), name.given(), name.patronymic())
        .filter(part -> part != null)
        .flatMap(part -> words(part).stream())
        .map(" "::concat)
        .collect(Collectors.joining());
  }

  /** The comparable words of a text, in their order. */
  public static List<String> words(String text) {
    var lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return Arrays.stream(lower.split("[\\s\\p{Pd}]+"))
        .flatMap(word -> Arrays.stream(latin(word).split("[^a-z]+")))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String latin(String word) {
    var ukrainian =
        NameSpelling.isCyrillic(Stream.of(word))
            ? withoutRussian(LookAlikes.toCyrillic(word))
            : word;
    var latin = Normalizer.normalize(TransliterationKmu55.toLatin(ukrainian), Normalizer.Form.NFD);
    return latin.replaceAll("\\p{M}", "");
  }

  private static String withoutRussian(String word) {
    var letters = word;
    for (var i = 0; i < RUSSIAN.length(); i++) {
      letters = letters.replace(RUSSIAN.charAt(i), IN_THEIR_PLACE.charAt(i));
    }
    return letters;
  }
}
