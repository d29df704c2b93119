package ua.vidnova.bench.matching;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import ua.vidnova.bench.people.Language;
import ua.vidnova.bench.people.LatinTable;
import ua.vidnova.bench.people.Settlements;
import ua.vidnova.registry.names.PersonName;

/** The error classes' corruptions, each of one kind. */
final class Corruptions {
  /** Russian letters as a Ukrainian clerk writes what is heard. */
  private static final List<Map.Entry<String, String>> RUSSIAN_BY_EAR =
      List.of(
          Map.entry("ье", "ьє"),
          Map.entry("ьё", "йо"),
          Map.entry("ё", "ьо"),
          Map.entry("е", "є"),
          Map.entry("э", "е"),
          Map.entry("и", "і"),
          Map.entry("ы", "и"),
          Map.entry("ъ", "’"));

  private static final String CYRILLIC_SHAPES = "АВЕІКМНОРСТХаеіорсху";
  private static final String LATIN_SHAPES = "ABEIKMHOPCTXaeiopcxy";
  private static final List<String> APOSTROPHES = List.of("'", "`", "ʼ", "‘", "");

  private Corruptions() {}

  static void nothing(Draft draft, RandomGenerator random) {}

  static void inRussian(Draft draft, RandomGenerator random) {
    draft.name(draft.person.name().in(Language.RUSSIAN, draft.sex));
  }

  /** Ukrainian letters for Russian sounds: «Николай» as «Ніколай», «Алексей» as «Алєксєй». */
  static void inRussianByEar(Draft draft, RandomGenerator random) {
    inRussian(draft, random);
    eachPart(
        draft,
        part -> {
          var heard = part.toLowerCase(Locale.ROOT);
          for (var letter : RUSSIAN_BY_EAR) {
            heard = heard.replace(letter.getKey(), letter.getValue());
          }
          return capital(heard);
        });
  }

  static void inLatinFromUkrainian(Draft draft, RandomGenerator random) {
    inLatin(draft, Language.UKRAINIAN, random);
  }

  static void inLatinFromRussian(Draft draft, RandomGenerator random) {
    inLatin(draft, Language.RUSSIAN, random);
  }

  /** As in a passport for travel; those of Ukraine have no patronymic. */
  private static void inLatin(Draft draft, Language language, RandomGenerator random) {
    var tables =
        Stream.of(LatinTable.values()).filter(table -> table.language() == language).toList();
    var table = tables.get(random.nextInt(tables.size()));
    draft.name(draft.person.name().in(language, draft.sex));
    eachPart(draft, table::write);
    if (random.nextInt(3) > 0) {
      draft.patronymic = null;
    }
  }

  /** Left out, in Russian, the father's name itself, or spoken instead of written. */
  static void patronymicForm(Draft draft, RandomGenerator random) {
    var father = draft.person.name().father();
    switch (random.nextInt(4)) {
      case 0 -> draft.patronymic = null;
      case 1 -> draft.patronymic = father.patronymic(draft.sex, Language.RUSSIAN);
      case 2 -> draft.patronymic = father.in(Language.UKRAINIAN);
      default -> draft.patronymic = spoken(draft.patronymic);
    }
  }

  /** Сергійович is said Сергійич, Іванівна is said Іванна. */
  private static String spoken(String patronymic) {
    return patronymic.replaceAll("(ов|ев)ич$", "ич").replaceAll("([вн])івна$", "$1на");
  }

  /** Met under the name before marriage; the file knows it in every second case. */
  static void maidenName(Draft draft, RandomGenerator random) {
    draft.name(draft.person.name().former(Language.UKRAINIAN, draft.sex));
    if (random.nextBoolean()) {
      draft.otherNames.add(draft.person.name().in(Language.UKRAINIAN, draft.sex));
    }
  }

  /** One slip of the hand in the name, in one of three people two. */
  static void typo(Draft draft, RandomGenerator random) {
    for (int slips = random.nextInt(3) == 0 ? 2 : 1; slips > 0; slips--) {
      onePart(draft, Slips::ofHand, random);
    }
  }

  /** Misheard: one sound in one part of the name. */
  static void misheard(Draft draft, RandomGenerator random) {
    onePart(draft, Slips::ofEar, random);
  }

  static void dateSlip(Draft draft, RandomGenerator random) {
    Slips.inDate(draft, random);
  }

  static void missingNumber(Draft draft, RandomGenerator random) {
    draft.dropNumbers();
    draft.phone = null;
  }

  static void swappedNames(Draft draft, RandomGenerator random) {
    switch (random.nextInt(3)) {
      case 0 -> draft.name(new PersonName(draft.given, draft.family, draft.patronymic));
      case 1 -> draft.name(new PersonName(draft.given, draft.patronymic, draft.family));
      default -> draft.name(new PersonName(draft.family, draft.patronymic, draft.given));
    }
  }

  static void yearOnly(Draft draft, RandomGenerator random) {
    draft.day = null;
    draft.month = random.nextInt(4) == 0 ? draft.month : null;
  }

  /** Latin letters of the same shape, strange apostrophes, capitals only, stray spaces. */
  static void lookAlikes(Draft draft, RandomGenerator random) {
    switch (random.nextInt(3)) {
      case 0 -> eachPart(draft, part -> shaped(part, random));
      case 1 -> eachPart(draft, part -> part.toUpperCase(Locale.ROOT));
      default -> eachPart(draft, part -> " " + shaped(part, random) + " ");
    }
    var apostrophe = APOSTROPHES.get(random.nextInt(APOSTROPHES.size()));
    eachPart(draft, part -> part.replace("’", apostrophe));
  }

  private static String shaped(String part, RandomGenerator random) {
    var letters = new StringBuilder(part);
    for (int i = 0; i < part.length(); i++) {
      int shape = CYRILLIC_SHAPES.indexOf(part.charAt(i));
      if (shape >= 0 && random.nextInt(3) == 0) {
        letters.setCharAt(i, LATIN_SHAPES.charAt(shape));
      }
    }
    return letters.toString();
  }

  static void initials(Draft draft, RandomGenerator random) {
    draft.given = draft.given.substring(0, 1) + ".";
    draft.patronymic = draft.patronymic.substring(0, 1) + ".";
  }

  /** A new home, a new telephone, and the old papers gone. */
  static void movedAway(Draft draft, RandomGenerator random) {
    missingNumber(draft, random);
    draft.settlement = Settlements.any(random);
  }

  static void eachPart(Draft draft, UnaryOperator<String> change) {
    draft.family = change.apply(draft.family);
    draft.given = change.apply(draft.given);
    draft.patronymic = draft.patronymic == null ? null : change.apply(draft.patronymic);
  }

  private static void onePart(Draft draft, Slip slip, RandomGenerator random) {
    switch (random.nextInt(draft.patronymic == null ? 2 : 3)) {
      case 0 -> draft.family = slip.in(draft.family, random);
      case 1 -> draft.given = slip.in(draft.given, random);
      default -> draft.patronymic = slip.in(draft.patronymic, random);
    }
  }

  /** A mistake in one word. */
  @FunctionalInterface
  interface Slip {
    String in(String word, RandomGenerator random);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
