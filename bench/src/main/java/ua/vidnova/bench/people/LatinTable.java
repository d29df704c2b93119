package ua.vidnova.bench.people;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An official way to write Cyrillic names in Latin letters. The rules and their sources are listed
 * beside the resource {@code names/latin-tables.csv}; the matcher's tables are others.
 */
public enum LatinTable {
  UK_2010(Language.UKRAINIAN),
  UK_2007(Language.UKRAINIAN),
  UK_1996(Language.UKRAINIAN),
  UK_1965(Language.UKRAINIAN),
  RU_2014(Language.RUSSIAN),
  RU_2006(Language.RUSSIAN),
  RU_1997(Language.RUSSIAN);

  private static final String VOWELS_AND_SIGNS = "аеёєиіїоуыэюяьъ";

  private final Language language;

  LatinTable(Language language) {
    this.language = language;
  }

  /** The language whose names this table writes. */
  public Language language() {
    return language;
  }

  /**
   * Writes a name in Latin letters, each part with a capital.
   *
   * @throws IllegalArgumentException for a letter that the language does not have
   */
  public String write(String name) {
    var latin = new StringBuilder();
    var capitalNext = true;
    for (int i = 0; i < name.length(); i++) {
      var before = i == 0 ? ' ' : Character.toLowerCase(name.charAt(i - 1));
      var letter = letterAt(name, i);
      if (!isLetter(letter.charAt(0))) {
        latin.append(letter);
        capitalNext = true;
        continue;
      }
      var written = form(letter, before);
      i += letter.length() - 1;
      latin.append(capitalNext ? capitalised(written) : written);
      capitalNext = capitalNext && written.isEmpty();
    }
    return latin.toString();
  }

  private String letterAt(String name, int at) {
    var pair = name.substring(at, Math.min(name.length(), at + 2)).toLowerCase(Locale.ROOT);
    return language == Language.UKRAINIAN && pair.equals("зг") ? pair : pair.substring(0, 1);
  }

  private String form(String letter, char before) {
    var forms = Rules.OF.get(this).get(letter);
    if (forms == null) {
      throw new IllegalArgumentException(this + " does not write the letter " + letter);
    }
    if (!isLetter(before)) {
      return forms[0];
    }
    return forms[VOWELS_AND_SIGNS.indexOf(before) >= 0 ? 2 : 1];
  }

  private static boolean isLetter(char sign) {
    return Character.isLetter(sign) || sign == '’';
  }

  private static String capitalised(String written) {
    return written.isEmpty()
        ? written
        : Character.toUpperCase(written.charAt(0)) + written.substring(1);
  }

  /** For each table and letter: at the beginning, elsewhere, after a vowel or a sign. */
  private static final class Rules {
    static final Map<LatinTable, Map<String, String[]>> OF = read();

    private static Map<LatinTable, Map<String, String[]>> read() {
      var rules = new EnumMap<LatinTable, Map<String, String[]>>(LatinTable.class);
      for (var row : Tables.read("/ua/vidnova/bench/names/latin-tables.csv")) {
        for (var table : values()) {
          var cell = row.get(table.name());
          if (!cell.equals("-")) {
            rules.computeIfAbsent(table, t -> new HashMap<>()).put(row.get("letter"), forms(cell));
          }
        }
      }
      return rules;
    }

    private static String[] forms(String cell) {
      var forms = cell.replace("=", "").split("\\|", -1);
      var elsewhere = forms.length > 1 ? forms[1] : forms[0];
      return new String[] {forms[0], elsewhere, forms.length > 2 ? forms[2] : elsewhere};
    }
  }
}
