package ua.vidnova.localstack.demo;

import java.util.List;

/**
 * What a step that held tells.
 *
 * @param fact for later steps
 * @param detail ids and addresses to look at, and what was seen
 */
record Told<T>(T fact, List<String> detail) {

  static <T> Told<T> of(T fact, String... detail) {
    return new Told<>(fact, List.of(detail));
  }

  /** The step was done; that is all that later steps can build on. */
  static Told<Boolean> done(String... detail) {
    return of(true, detail);
  }
}
