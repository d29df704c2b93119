package ua.vidnova.payments.webhook;

import java.time.Duration;
import java.util.Optional;

/** What came of sending an event once. */
public sealed interface Attempt {

  /** The partner's server took it, with a status of 200 to 299. */
  record Taken(int status) implements Attempt {}

  /**
   * It did not.
   *
   * @param status of its answer; null without one
   * @param code why there is no answer: {@code timeout}, {@code unreachable} or {@code not-public};
   *     null with one
   * @param wished how long it asks to be left alone
   */
  record Failed(Integer status, String code, Optional<Duration> wished) implements Attempt {

    public static Failed without(String code) {
      return new Failed(null, code, Optional.empty());
    }
  }
}
