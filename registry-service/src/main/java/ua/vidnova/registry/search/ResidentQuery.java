package ua.vidnova.registry.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import ua.vidnova.registry.Checked;

/**
 * What someone looks for; all of it must fit.
 *
 * @param words of names or of settlements, in the order in which they were typed
 * @param numbers every number, paper or telephone that a typed number can be, in canonical form;
 *     one of them must be the resident's. Empty when no number was typed
 * @param birthDates every day that a typed date can be; empty when none was typed
 * @param birthYear null when none was typed
 */
public record ResidentQuery(
    List<Word> words, Set<String> numbers, Set<LocalDate> birthDates, Integer birthYear) {

  /**
   * A word, or several that are one settlement's name.
   *
   * @param spelled small letters as they were typed
   * @param sound what names begin with that are meant; empty when no name is
   * @param names what whole names are meant, by sound or dictionary; empty when no name is
   * @param settlements КАТОТТГ codes of those with this name
   */
  record Word(String spelled, String sound, Set<String> names, List<String> settlements) {

    boolean isName() {
      return !sound.isEmpty();
    }

    boolean isPlace() {
      return !settlements.isEmpty();
    }

    /** The same word with other names meant; with none, it is no name. */
    Word meaning(Set<String> others) {
      return new Word(spelled, others.isEmpty() ? "" : sound, others, settlements);
    }
  }

  /** Whether each word can be something. */
  boolean isAnswerable() {
    return words.stream().allMatch(word -> word.isName() || word.isPlace());
  }

  /** The same question with some words understood otherwise. */
  ResidentQuery withNames(UnaryOperator<Word> otherwise) {
    return new ResidentQuery(
        words.stream().map(word -> word.isName() ? otherwise.apply(word) : word).toList(),
        numbers,
        birthDates,
        birthYear);
  }

  /**
   * Reads what was typed into the search box; the refusal is about {@code q}.
   *
   * @param today in Kyiv
   * @param territories КАТОТТГ codes, in which a word may be the name of a settlement
   */
  public static Checked<ResidentQuery> read(
      String q, LocalDate birthDate, LocalDate today, Collection<String> territories) {
    return new QueryText(q == null ? "" : q.strip(), birthDate, today, territories).read();
  }
}
