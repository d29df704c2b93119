package ua.vidnova.registry.matching.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Which spellings are of one name: by the Ukrainian–Russian dictionary (see SOURCES.md beside it),
 * and else by {@link SoundKey}. Men's names whose patronymics are one are one themselves (Панас and
 * Афанасий, Хома and Фома), which the list of patronymics knows and that of given names does not.
 * Immutable; read once, on first use, in about half a second.
 */
public final class NameDictionary {

  private static final String FOLDER = "/matching/";
  private static final Pattern COMMA = Pattern.compile(",", Pattern.LITERAL);
  private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);

  /** Shorter stems are of more than one name. */
  private static final int STEM_LENGTH_MIN = 3;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Pd}]+");

  /** Fathers' names whose patronymic has another stem. */
  private static final Map<String, String> OTHER_STEMS = Map.of("Лев", "Львович", "Яків", "Якович");

  private final SameNames families = new SameNames();
  private final SameNames givens = new SameNames();
  private final SameNames fathers = new SameNames();

  /** First letters, as keys have them, of every spelling of a name, by its group. */
  private final Map<String, Integer> givenInitials = new HashMap<>();

  private final Map<String, Integer> fatherInitials = new HashMap<>();

  /** Given names in usual use, as {@link Spelling} writes them, with their Russian forms. */
  private final Set<String> usualGivens = new HashSet<>();

  /** The groups of those names. */
  private final Set<String> usualGroups = new HashSet<>();

  private NameDictionary() {
    read(
        "first_names_uk_ru.csv",
        (ukrainian, russian) -> {
          joinGivens(ukrainian, russian);
          fathers.join(Patronymic.stemOf(ukrainian), Patronymic.stemOf(russian));
        });
    read("patronymics_uk_ru.csv", this::joinStems);
    OTHER_STEMS.forEach(this::joinStems);
    read("first_names_uk_ru.csv", givensByFather(new HashMap<>()));
    read("kindred_given_names.csv", this::joinGivens);
    read(
        "last_names_uk_ru.csv.gz",
        (ukrainian, russian) -> families.join(SoundKey.of(ukrainian), SoundKey.of(russian)));
    read("first_names_uk_ru.csv", this::noteGivenInitials);
    read("first_names_uk_ru.csv", this::noteFatherInitials);
    read("patronymics_uk_ru.csv", this::noteFatherInitials);
    lines("usual_given_names.txt")
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Stream.of(line.split(" ")))
        .forEach(this::addUsual);
    read("first_names_uk_ru.csv", this::addUsualRussian);
    read("kindred_given_names.csv", this::addUsualRussian);
  }

  /** The dictionary that the service carries. */
  public static NameDictionary get() {
    return Loaded.DICTIONARY;
  }

  /** The name to which a family name's spelling belongs; each part of a double one by itself. */
  public String family(String text) {
    return family(text, SoundKey.of(text));
  }

  String family(String text, String key) {
    return groups(families, text, key);
  }

  /** The name to which a given name's spelling belongs. */
  public String given(String text) {
    return given(text, SoundKey.of(text));
  }

  String given(String text, String key) {
    return groups(givens, text, key);
  }

  /** The father's name to which a patronymic, or the father's given name itself, belongs. */
  public String father(String text) {
    return fathers.groupOf(Patronymic.stemOf(text));
  }

  String father(String text, String key) {
    return words(text).size() == 1 ? fathers.groupOf(Patronymic.stemOfKey(key)) : father(text);
  }

  /** Whether a given name, by its group, is in the dictionary at all. */
  public boolean knowsGiven(String group) {
    return givenInitials.containsKey(group);
  }

  /**
   * Whether a given name is in usual use, as it is written; a Latin one, if it sounds like such. A
   * slip can sound like another name (Іаан for Іван, like Ян), so the sound of Cyrillic says
   * nothing.
   */
  public boolean isUsualGiven(Spelling name) {
    return name.cyrillic() ? usualGivens.contains(name.text()) : usualGroups.contains(name.given());
  }

  /** The given names in usual use, as {@link Spelling} writes them. */
  Stream<String> usualGivens() {
    return usualGivens.stream();
  }

  /** Whether a father's name, by its group, is in the dictionary at all. */
  public boolean knowsFather(String group) {
    return fatherInitials.containsKey(group);
  }

  /** Whether some spelling of a given name, by its group, begins with the initial. */
  public boolean canBegin(String group, String initial) {
    return (givenInitials.getOrDefault(group, 0) & firstLetter(initial)) != 0;
  }

  /** Whether some spelling of a patronymic, by its father's group, begins with the initial. */
  public boolean canBeginFather(String group, String initial) {
    return (fatherInitials.getOrDefault(group, 0) & firstLetter(initial)) != 0;
  }

  private void addUsual(String name) {
    usualGivens.add(Spelling.normalise(name));
    usualGroups.add(given(name));
  }

  private void addUsualRussian(String ukrainian, String russian) {
    if (usualGivens.contains(Spelling.normalise(ukrainian))) {
      usualGivens.add(Spelling.normalise(russian));
    }
  }

  private void joinGivens(String one, String other) {
    givens.join(SoundKey.of(one), SoundKey.of(other));
  }

  /** Joins those of which sons and daughters are called alike; Олександра stays apart from him. */
  private BiConsumer<String, String> givensByFather(Map<String, String> known) {
    return (ukrainian, russian) ->
        Stream.of(ukrainian, russian)
            .filter(name -> name.chars().allMatch(Character::isLetter))
            .filter(name -> Patronymic.stemOf(name).length() >= STEM_LENGTH_MIN)
            .forEach(
                name -> {
                  var ending = SoundKey.of(name).endsWith("a") ? "a" : "";
                  joinGivens(name, known.computeIfAbsent(father(name) + "-" + ending, f -> name));
                });
  }

  private void joinStems(String one, String other) {
    fathers.join(Patronymic.stemOf(one), Patronymic.stemOf(other));
  }

  private void noteGivenInitials(String ukrainian, String russian) {
    noteInitial(givenInitials, given(ukrainian), ukrainian);
    noteInitial(givenInitials, given(russian), russian);
  }

  private void noteFatherInitials(String ukrainian, String russian) {
    noteInitial(fatherInitials, father(ukrainian), ukrainian);
    noteInitial(fatherInitials, father(russian), russian);
  }

  private static void noteInitial(Map<String, Integer> initials, String group, String name) {
    initials.merge(group, firstLetter(name), (some, more) -> some | more);
  }

  private static int firstLetter(String text) {
    var ofWord = SoundKey.of(text);
    var ofLetter = SoundKey.of(text.substring(0, 1));
    return (ofWord.isEmpty() ? 0 : bit(ofWord.charAt(0)))
        | (ofLetter.isEmpty() ? 0 : bit(ofLetter.charAt(0)));
  }

  private static int bit(char letter) {
    return 1 << letter % 32;
  }

  private static String groups(SameNames names, String text, String key) {
    var words = words(text);
    if (words.size() == 1) {
      return names.groupOf(key);
    }
    return words.stream()
        .map(word -> names.groupOf(SoundKey.of(word)))
        .collect(Collectors.joining("-"));
  }

  /** The words of a name; a hyphen parts them as a space does. */
  static List<String> words(String text) {
    return text.chars().allMatch(Character::isLetter)
        ? List.of(text)
        : List.of(BETWEEN_WORDS.split(text.strip()));
  }

  private static void read(String file, BiConsumer<String, String> pair) {
    lines(file)
        .skip(1)
        .forEach(
            line -> {
              var columns = COMMA.split(line, -1);
              for (var other : BAR.split(columns[1])) {
                pair.accept(columns[0], other);
              }
            });
  }

  private static Stream<String> lines(String file) {
    try (var stream = open(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + file, unreadable);
    }
  }

  private static InputStream open(String file) throws IOException {
    var stream = NameDictionary.class.getResourceAsStream(FOLDER + file);
    return file.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
  }

  private static final class Loaded {
    private static final NameDictionary DICTIONARY = new NameDictionary();
  }
}
