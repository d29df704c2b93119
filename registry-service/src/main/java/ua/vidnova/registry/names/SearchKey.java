package ua.vidnova.registry.names;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.registry.matching.spelling.NameDictionary;
import ua.vidnova.registry.matching.spelling.SoundKey;

/**
 * Names as search compares them. A key holds what each word sounds like, in letters a to z that are
 * the same for Ukrainian, Russian and the Latin tables, and the name to which the word belongs when
 * that sounds otherwise, so that Алексей stands in the key of Олексій.
 */
public final class SearchKey {

  /**
   * Which way of making keys this is. Raise it whenever another key comes out for the same name:
   * the keys of all residents are then made anew, see {@code search.RebuildSearchKeys}.
   */
  public static final int VERSION = 3;

  /**
   * Before the stem of a father's name, lest it pass for the beginning of another; no sound has y.
   */
  private static final String FATHER = "y";

  private SearchKey() {}

  /** The key of a name: its words between spaces, such as {@code " wevqenko taras "}. */
  public static String of(PersonName name) {
    var dictionary = NameDictionary.get();
    var words = new LinkedHashSet<String>();
    for (var word : words(name.family())) {
      words.add(sound(word));
      words.add(small(dictionary.family(word)));
    }
    for (var word : words(name.given())) {
      words.add(sound(word));
      words.add(small(dictionary.given(word)));
    }
    if (name.patronymic() != null) {
      for (var word : words(name.patronymic())) {
        words.add(sound(word));
      }
      words.add(FATHER + small(dictionary.father(name.patronymic())));
    }
    words.remove("");
    return words.stream().collect(Collectors.joining(" ", " ", " "));
  }

  /** What a word sounds like; empty when it has no letters. */
  public static String sound(String word) {
    return small(SoundKey.of(word));
  }

  /** The names to which a word of a question may belong, as keys have them; itself among them. */
  public static Set<String> namesOf(String word, boolean patronymic) {
    var dictionary = NameDictionary.get();
    var names =
        Stream.of(SoundKey.of(word), dictionary.family(word), dictionary.given(word))
            .map(SearchKey::small)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (patronymic) {
      names.add(FATHER + small(dictionary.father(word)));
    }
    return names;
  }

  /** The words of a text, in their order; a hyphen parts them as a space does. */
  public static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s\\p{Z}\\p{Pd}]+"))
        .filter(word -> !sound(word).isEmpty())
        .toList();
  }

  /** The capitals of sounds become small letters that no sound has. */
  private static String small(String sounds) {
    return sounds.replace('C', 'q').replace('S', 'w').replace('Z', 'x');
  }
}
