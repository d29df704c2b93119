package ua.vidnova.registry.search;

import java.util.List;
import java.util.stream.Stream;
import ua.vidnova.registry.search.ResidentQuery.Word;

/**
 * One way to understand the words of a question: a word that is both a name and a settlement's is
 * one of them here.
 *
 * @param names words that stand in the name
 * @param places words that are settlements around the resident
 */
record Reading(List<Word> names, List<Word> places) {

  /** All ways; none when a word is neither. */
  static List<Reading> of(List<Word> words) {
    var readings = Stream.of(new Reading(List.of(), List.of()));
    for (var word : words) {
      readings = readings.flatMap(reading -> reading.with(word));
    }
    return readings.toList();
  }

  private Stream<Reading> with(Word word) {
    return Stream.concat(
        word.isName() ? Stream.of(new Reading(joined(names, word), places)) : Stream.of(),
        word.isPlace() ? Stream.of(new Reading(names, joined(places, word))) : Stream.of());
  }

  private static List<Word> joined(List<Word> words, Word word) {
    return Stream.concat(words.stream(), Stream.of(word)).toList();
  }
}
