package ua.vidnova.localstack.demo;

import java.util.function.Function;

/**
 * What a step has found out, for later steps to build on. A step that asks for what an earlier one
 * failed to find out is not run.
 */
final class Fact<T> {
  private final String step;
  private final T value;

  private Fact(String step, T value) {
    this.step = step;
    this.value = value;
  }

  static <T> Fact<T> of(String step, T value) {
    return new Fact<>(step, value);
  }

  static <T> Fact<T> notEstablished(String step) {
    return new Fact<>(step, null);
  }

  T get() {
    if (value == null) {
      throw new NotEstablished(step);
    }
    return value;
  }

  /** What follows from it; as much established as this. */
  <U> Fact<U> map(Function<T, U> conclusion) {
    return new Fact<>(step, value == null ? null : conclusion.apply(value));
  }

  /** A step needs a fact that an earlier step did not find out. */
  static final class NotEstablished extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotEstablished(String step) {
      super("not run, because this did not hold: " + step);
    }
  }
}
