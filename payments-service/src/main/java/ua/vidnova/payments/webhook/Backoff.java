package ua.vidnova.payments.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When to try again. */
public final class Backoff {

  private static final int GROWTH = 4;
  private static final double SPREAD = 0.2;

  /** A partner's wish to be left alone is granted up to this. */
  private static final Duration WISH_MAX = Duration.ofDays(1);

  private Backoff() {}

  /**
   * The wait after a failed attempt.
   *
   * @param failures how many there were, from 1
   * @param chance from 0 to 1, so that what failed together is not tried together
   */
  public static Duration after(int failures, Duration first, double chance) {
    var wait = first.toMillis() * Math.pow(GROWTH, failures - 1);
    return Duration.ofMillis(Math.round(wait * (1 - SPREAD + 2 * SPREAD * chance)));
  }

  /** What {@code Retry-After} asks for, in seconds or as a date; empty for nonsense. */
  public static Optional<Duration> wished(String retryAfter, Instant now) {
    if (retryAfter == null) {
      return Optional.empty();
    }
    try {
      var text = retryAfter.strip();
      var wish =
          text.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return wish.isNegative()
          ? Optional.empty()
          : Optional.of(wish.compareTo(WISH_MAX) < 0 ? wish : WISH_MAX);
    } catch (DateTimeParseException nonsense) {
      return Optional.empty();
    }
  }
}
