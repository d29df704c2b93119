package ua.vidnova.registry.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers of a pure function, remembered, since the same names stand on thousands of lines. Never
 * holds more than {@value #MAX}; for one thread at a time.
 */
final class Remembered<K, V> {

  private static final int MAX = 10_000;

  private final Map<K, V> answers = new HashMap<>();
  private final Function<K, V> function;

  Remembered(Function<K, V> function) {
    this.function = function;
  }

  V of(K question) {
    var known = answers.get(question);
    if (known != null) {
      return known;
    }
    if (answers.size() == MAX) {
      answers.clear();
    }
    var answer = function.apply(question);
    answers.put(question, answer);
    return answer;
  }
}
