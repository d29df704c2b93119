package ua.vidnova.localstack.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import ua.vidnova.localstack.process.Deadline;

/** Waits for what services tell each other by events. */
final class Eventually {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private Eventually() {}

  /**
   * Asks until there is an answer.
   *
   * @param what for the message of the failure
   * @throws StepFailed when there is none in time
   */
  static <T> T get(String what, Supplier<Optional<T>> ask) {
    AtomicReference<Optional<T>> answer = new AtomicReference<>(Optional.empty());
    Deadline.in(WITHIN)
        .await(
            () -> {
              answer.set(ask.get());
              return answer.get().isPresent();
            });
    return answer
        .get()
        .orElseThrow(
            () -> new StepFailed("After " + WITHIN.toSeconds() + " s there is no " + what));
  }
}
