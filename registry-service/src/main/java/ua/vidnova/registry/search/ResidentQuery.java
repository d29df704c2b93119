package ua.vidnova.registry.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ua.vidnova.registry.Checked;
import ua.vidnova.registry.contact.PhoneNumber;
import ua.vidnova.registry.names.SearchKey;

/**
 * What someone looks for: names in any order and script, or a whole number, or a birth date.
 *
 * @param words comparable words of names; empty when a number or only a birth date is asked for
 * @param rnokpp ten digits; null when what was typed cannot be one
 * @param phone E.164; null when what was typed cannot be one
 * @param birthDate null when any will do
 */
public record ResidentQuery(List<String> words, String rnokpp, String phone, LocalDate birthDate) {

  private static final int LENGTH_MAX = 200;
  private static final int WORDS_MAX = 6;
  private static final int LETTERS_MIN = 2;
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9()\\s-]*[0-9][0-9()\\s-]*");
  private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");

  /** Reads what was typed into the search box; the refusal is about {@code q}. */
  public static Checked<ResidentQuery> read(String q, LocalDate birthDate) {
    var typed = q == null ? "" : q.strip();
    if (typed.isEmpty()) {
      return birthDate == null
          ? Checked.bad("required", "Give q, birthDate or both.")
          : Checked.good(new ResidentQuery(List.of(), null, null, birthDate));
    }
    if (typed.length() > LENGTH_MAX) {
      return Checked.bad("too-long", "At most " + LENGTH_MAX + " characters.");
    }
    return NUMBER.matcher(typed).matches() ? number(typed, birthDate) : names(typed, birthDate);
  }

  private static Checked<ResidentQuery> number(String typed, LocalDate birthDate) {
    var digits = typed.replaceAll("[^0-9]", "");
    var rnokpp = TEN_DIGITS.matcher(digits).matches() ? digits : null;
    var phone = PhoneNumber.find(typed);
    return rnokpp == null && phone.isEmpty()
        ? Checked.bad("incomplete-number", "Give a whole РНОКПП or telephone number.")
        : Checked.good(new ResidentQuery(List.of(), rnokpp, phone.orElse(null), birthDate));
  }

  private static Checked<ResidentQuery> names(String typed, LocalDate birthDate) {
    var words = SearchKey.words(typed);
    if (words.size() > WORDS_MAX) {
      return Checked.bad("too-long", "At most " + WORDS_MAX + " words.");
    }
    return typed.codePoints().filter(Character::isLetter).count() < LETTERS_MIN || words.isEmpty()
        ? Checked.bad("too-short", "At least " + LETTERS_MIN + " letters of a name.")
        : Checked.good(new ResidentQuery(words, null, null, birthDate));
  }

  boolean isByNumber() {
    return Optional.ofNullable(rnokpp).or(() -> Optional.ofNullable(phone)).isPresent();
  }
}
