package ua.vidnova.registry;

/** What a pure check makes of something stated: a value in its canonical form, or a refusal. */
public sealed interface Checked<T> {

  static <T> Checked<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Checked<T> bad(String code, String message) {
    return new Bad<>(code, message);
  }

  record Good<T>(T value) implements Checked<T> {}

  /**
   * A refusal.
   *
   * @param code stable, for programs
   * @param message what to do about it; never repeats what was stated
   */
  record Bad<T>(String code, String message) implements Checked<T> {}
}
