package ua.vidnova.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration FIRST = Duration.ofSeconds(15);

  @ParameterizedTest
  @CsvSource({"1,0.5,PT15S", "2,0.5,PT1M", "3,0.5,PT4M", "7,0.5,PT17H4M", "1,0,PT12S", "1,1,PT18S"})
  void each_wait_is_four_times_the_one_before_give_or_take_a_fifth(
      int failures, double chance, Duration wait) {
    assertThat(Backoff.after(failures, FIRST, chance)).isEqualTo(wait);
  }

  @Test
  void eight_attempts_take_about_a_day() {
    var total =
        IntStream.rangeClosed(1, 7)
            .mapToObj(failures -> Backoff.after(failures, FIRST, 0.5))
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(total).isBetween(Duration.ofHours(20), Duration.ofHours(26));
  }

  @ParameterizedTest
  @CsvSource({
    "120,PT2M",
    "0,PT0S",
    "'Sun, 22 Nov 2026 10:05:00 GMT',PT5M",
    "999999999,PT24H",
    "'Tue, 22 Nov 2033 10:05:00 GMT',PT24H"
  })
  void a_wish_is_granted_up_to_a_day(String retryAfter, Duration wait) {
    assertThat(Backoff.wished(retryAfter, NOW)).hasValue(wait);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "-5", "soon", "1e3", "99999999999999999999", "Sun, 22 Nov 2020 10:05:00 GMT"})
  void nonsense_is_no_wish(String retryAfter) {
    assertThat(Backoff.wished(retryAfter, NOW)).isEmpty();
  }
}
