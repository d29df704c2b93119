package ua.vidnova.bench.matching;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Single mistakes of hand, ear and eye, as people and scanners make them. */
final class Slips {
  private static final List<String> KEYBOARD =
      List.of(
          "йцукенгшщзхї",
          "фівапролджє",
          "ячсмитьбю",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "1234567890");

  /** What sounds alike, in either direction. */
  private static final List<List<String>> BY_EAR =
      List.of(
          List.of("е", "и"),
          List.of("о", "а"),
          List.of("г", "х"),
          List.of("д", "т"),
          List.of("б", "п"),
          List.of("з", "с"),
          List.of("ж", "ш"),
          List.of("в", "у"),
          List.of("щ", "шч"),
          List.of("ц", "тс"),
          List.of("йо", "ьо"),
          List.of("є", "е"),
          List.of("ї", "і"),
          List.of("ф", "хв"),
          List.of("кс", "гз"),
          List.of("ль", "л"),
          List.of("нь", "н"),
          List.of("y", "i"),
          List.of("ya", "ia"),
          List.of("kh", "h"),
          List.of("ts", "c"));

  /** What looks alike on a bad copy, in either direction. */
  private static final List<List<String>> BY_EYE =
      List.of(
          List.of("н", "п"),
          List.of("и", "н"),
          List.of("ш", "щ"),
          List.of("ц", "щ"),
          List.of("е", "с"),
          List.of("л", "п"),
          List.of("і", "ї"),
          List.of("о", "а"),
          List.of("ю", "іо"),
          List.of("м", "ім"),
          List.of("г", "т"),
          List.of("rn", "m"),
          List.of("l", "i"),
          List.of("1", "7"),
          List.of("3", "8"),
          List.of("5", "6"),
          List.of("0", "8"),
          List.of("4", "9"));

  private Slips() {}

  /** A letter too many, too few, wrong or in the wrong place; words of one letter stay. */
  static String ofHand(String word, RandomGenerator random) {
    if (word.length() < 2) {
      return word;
    }
    int at = random.nextInt(1, word.length());
    var letters = new StringBuilder(word);
    switch (random.nextInt(4)) {
      case 0 -> letters.insert(at, neighbour(word.charAt(at), random));
      case 1 -> letters.deleteCharAt(at);
      case 2 -> letters.setCharAt(at, neighbour(word.charAt(at), random));
      default -> {
        letters.setCharAt(at, word.charAt(at - 1));
        letters.setCharAt(at - 1, word.charAt(at));
        return inCaseOf(word, letters);
      }
    }
    return letters.toString();
  }

  /** A sound heard as another; a word that has none of those gets a slip of the hand. */
  static String ofEar(String word, RandomGenerator random) {
    return confused(word, BY_EAR, random);
  }

  /** A shape read as another; a word that has none of those gets a slip of the hand. */
  static String ofEye(String word, RandomGenerator random) {
    return confused(word, BY_EYE, random);
  }

  /** One digit wrong, or two neighbours exchanged; other signs stay. */
  static String ofDigit(String number, RandomGenerator random) {
    var digits = new StringBuilder(number);
    int at = random.nextInt(number.length() - 1);
    if (random.nextBoolean()
        && number.charAt(at) != number.charAt(at + 1)
        && Character.isDigit(number.charAt(at))
        && Character.isDigit(number.charAt(at + 1))) {
      digits.setCharAt(at, number.charAt(at + 1));
      digits.setCharAt(at + 1, number.charAt(at));
    } else {
      int last = number.length() - 1 - random.nextInt(Math.min(4, number.length()));
      int digit = Character.digit(number.charAt(last), 10);
      if (digit >= 0) {
        digits.setCharAt(last, Character.forDigit((digit + random.nextInt(1, 10)) % 10, 10));
      }
    }
    return digits.toString();
  }

  /** Day and month exchanged, or a slip in the day, the month or the year. */
  static void inDate(Draft draft, RandomGenerator random) {
    if (draft.day == null) {
      draft.year += random.nextBoolean() ? 1 : -1;
      return;
    }
    switch (random.nextInt(6)) {
      case 0 -> {
        if (draft.day <= 12 && !draft.day.equals(draft.month)) {
          int day = draft.day;
          draft.day = draft.month;
          draft.month = day;
        } else {
          draft.day = otherDay(draft.day, random);
        }
      }
      case 1, 2 -> draft.day = otherDay(draft.day, random);
      case 3 -> draft.month = 1 + (draft.month + random.nextInt(11)) % 12;
      case 4 -> draft.year += random.nextBoolean() ? 1 : -1;
      default -> draft.year = twoDigitsExchanged(draft.year);
    }
    draft.day = Math.min(draft.day, 28);
  }

  private static int otherDay(int day, RandomGenerator random) {
    int ones = day % 10;
    int other = day - ones + (ones + random.nextInt(1, 10)) % 10;
    return other < 1 || other > 28 || other == day ? (day > 14 ? day - 10 : day + 10) : other;
  }

  private static int twoDigitsExchanged(int year) {
    int decade = year / 10 % 10;
    int exchanged = year / 100 * 100 + year % 10 * 10 + decade;
    return exchanged == year || exchanged > 2025 ? year - 10 : exchanged;
  }

  private static String confused(String word, List<List<String>> alike, RandomGenerator random) {
    var possible =
        alike.stream()
            .flatMap(pair -> List.of(pair, pair.reversed()).stream())
            .filter(pair -> word.indexOf(pair.getFirst(), 1) >= 0)
            .toList();
    if (possible.isEmpty()) {
      return ofHand(word, random);
    }
    var pair = possible.get(random.nextInt(possible.size()));
    int at = word.indexOf(pair.getFirst(), 1);
    return word.substring(0, at) + pair.getLast() + word.substring(at + pair.getFirst().length());
  }

  private static char neighbour(char letter, RandomGenerator random) {
    char lower = Character.toLowerCase(letter);
    for (var row : KEYBOARD) {
      int at = row.indexOf(lower);
      if (at >= 0) {
        int step = random.nextBoolean() ? 1 : -1;
        int next = at + step < 0 || at + step >= row.length() ? at - step : at + step;
        return row.charAt(next);
      }
    }
    return 'о';
  }

  private static String inCaseOf(String word, StringBuilder letters) {
    UnaryOperator<String> same = Character.isUpperCase(word.charAt(0)) ? Slips::capital : w -> w;
    return same.apply(letters.toString().toLowerCase(java.util.Locale.ROOT));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
