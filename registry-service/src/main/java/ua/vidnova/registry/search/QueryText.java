package ua.vidnova.registry.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ua.vidnova.registry.Checked;
import ua.vidnova.registry.contact.PhoneNumber;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.matching.spelling.Spelling;
import ua.vidnova.registry.names.SearchKey;
import ua.vidnova.registry.search.ResidentQuery.Word;

/** Makes out what is what in the search box: dates, papers, numbers, and words. */
final class QueryText {

  private static final int LENGTH_MAX = 200;
  private static final int WORDS_MAX = 6;
  private static final int LETTERS_MIN = 2;
  private static final int EARLIEST_YEAR = 1900;

  /** What may end what is left of a longer Latin group, or vanish before the next vowel. */
  private static final Pattern UNSURE_END = Pattern.compile("(?<=..)i+$");

  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<![\\d.])(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})(?![\\d.])");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})(?!\\d)");
  private static final Pattern PAPER =
      Pattern.compile("(?<!\\p{L})(?:[IVXІХivxіх]{1,4}\\s*-\\s*)?\\p{L}{2}\\s*№?\\s*\\d{6}(?!\\d)");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9()\\s-]*[0-9][0-9()\\s-]*");
  private static final Pattern SPACED_NUMBER = Pattern.compile("\\+?\\(?\\d[0-9()\\s-]+\\d");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
  private static final Pattern HAS_DIGIT = Pattern.compile("\\d");
  private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
  private static final int RNOKPP_LENGTH = 10;

  private final String typed;
  private final LocalDate today;
  private final Collection<String> territories;
  private final Set<String> numbers = new LinkedHashSet<>();
  private final Set<LocalDate> birthDates = new LinkedHashSet<>();
  private Integer birthYear;
  private String rest;

  QueryText(String typed, LocalDate birthDate, LocalDate today, Collection<String> territories) {
    this.typed = typed;
    this.rest = typed;
    this.today = today;
    this.territories = territories;
    if (birthDate != null) {
      birthDates.add(birthDate);
    }
  }

  Checked<ResidentQuery> read() {
    if (typed.length() > LENGTH_MAX) {
      return Checked.bad("too-long", "At most " + LENGTH_MAX + " characters.");
    }
    if (typed.isEmpty()) {
      return birthDates.isEmpty()
          ? Checked.bad("required", "Give q, birthDate or both.")
          : Checked.good(query(List.of()));
    }
    takeDates();
    takePapers();
    if (NUMBER.matcher(rest).matches()) {
      return takeNumber(rest) ? Checked.good(query(List.of())) : incomplete();
    }
    return words();
  }

  private Checked<ResidentQuery> words() {
    rest = SPACED_NUMBER.matcher(rest).replaceAll(found -> takeNumber(found.group()) ? " " : "$0");
    var texts = new ArrayList<String>();
    for (var token : rest.split("[\\s\\p{Z},;]+")) {
      if (HAS_DIGIT.matcher(token).find()) {
        if (!takeNumber(token)) {
          return incomplete();
        }
      } else {
        texts.addAll(SearchKey.words(token));
      }
    }
    if (texts.size() > WORDS_MAX) {
      return Checked.bad("too-long", "At most " + WORDS_MAX + " words.");
    }
    var alone = numbers.isEmpty() && birthDates.isEmpty() && birthYear == null;
    var words = words(texts);
    return alone && !narrowsDown(texts, words)
        ? Checked.bad("too-short", "At least " + LETTERS_MIN + " letters of a name.")
        : Checked.good(query(words));
  }

  /** Two letters of one sound, such as «її», are the beginning of every name with that sound. */
  private static boolean narrowsDown(List<String> texts, List<Word> words) {
    return texts.stream().mapToLong(QueryText::letters).sum() >= LETTERS_MIN
        && words.stream().anyMatch(word -> word.isPlace() || word.sound().length() >= LETTERS_MIN);
  }

  private ResidentQuery query(List<Word> words) {
    return new ResidentQuery(words, numbers, birthDates, birthYear);
  }

  /** The longest names of settlements first; every other word may be a name or a settlement. */
  private List<Word> words(List<String> texts) {
    var words = new ArrayList<Word>();
    for (var at = 0; at < texts.size(); ) {
      var length = Math.min(SettlementWords.WORDS_MAX, texts.size() - at);
      while (length > 1
          && SettlementWords.find(texts.subList(at, at + length), territories).isEmpty()) {
        length--;
      }
      words.add(word(texts.subList(at, at + length)));
      at += length;
    }
    return words;
  }

  private Word word(List<String> texts) {
    var settlements = SettlementWords.find(texts, territories);
    if (texts.size() > 1) {
      return new Word(String.join(" ", texts), "", Set.of(), settlements);
    }
    var text = texts.getFirst();
    var sound = SearchKey.sound(text);
    return new Word(
        Spelling.normalise(text),
        UNSURE_END.matcher(sound).replaceFirst(""),
        SearchKey.namesOf(text, Spelling.of(text).isPatronymic()),
        settlements);
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  private void takeDates() {
    rest =
        YEAR_FIRST
            .matcher(rest)
            .replaceAll(
                found -> {
                  var taken = takeDate(found.group(1), found.group(2), found.group(3));
                  return taken ? " " : "$0";
                });
    rest =
        DAY_FIRST
            .matcher(rest)
            .replaceAll(
                found -> {
                  var taken =
                      years(found.group(3))
                              .filter(year -> takeDate(year, found.group(2), found.group(1)))
                              .count()
                          > 0;
                  return taken ? " " : "$0";
                });
  }

  /** Two digits are of this century, if that has come, and of the last. */
  private static Stream<String> years(String written) {
    return written.length() == 4 ? Stream.of(written) : Stream.of("19" + written, "20" + written);
  }

  private boolean takeDate(String year, String month, String day) {
    try {
      var date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() >= EARLIEST_YEAR && !date.isAfter(today) && birthDates.add(date);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void takePapers() {
    rest =
        PAPER
            .matcher(rest)
            .replaceAll(
                found -> {
                  var readings =
                      Stream.of(DocumentType.PASSPORT, DocumentType.BIRTH_CERTIFICATE)
                          .filter(type -> type.isNumber(found.group()))
                          .map(type -> type.normalise(found.group()))
                          .toList();
                  numbers.addAll(readings);
                  return readings.isEmpty() ? "$0" : " ";
                });
  }

  /** Takes everything that a number can be; false when it can be nothing whole. */
  private boolean takeNumber(String text) {
    var digits = NOT_DIGITS.matcher(text).replaceAll("");
    if (digits.isEmpty()) {
      return true;
    }
    if (YEAR.matcher(text.strip()).matches()) {
      birthYear = Integer.valueOf(digits);
      return birthYear <= today.getYear();
    }
    var readings = new ArrayList<String>();
    if (digits.length() == RNOKPP_LENGTH) {
      readings.add(digits);
    }
    if (DocumentType.NATIONAL_ID.isNumber(digits)) {
      readings.add(digits);
    }
    PhoneNumber.find(text).ifPresent(readings::add);
    numbers.addAll(readings);
    return !readings.isEmpty();
  }

  private static Checked<ResidentQuery> incomplete() {
    return Checked.bad(
        "incomplete-number", "Give a whole РНОКПП, number of a paper, telephone, date or year.");
  }
}
