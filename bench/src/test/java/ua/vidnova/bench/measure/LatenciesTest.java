package ua.vidnova.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void a_percentile_is_the_time_within_which_so_many_were_done() {
    var times = new Latencies();
    for (int ms = 1; ms <= 100; ms++) {
      times.record(Duration.ofMillis(ms), true);
    }

    assertThat(times.percentileMs(50)).isEqualTo(50, within(0.1));
    assertThat(times.percentileMs(95)).isEqualTo(95, within(0.1));
    assertThat(times.percentileMs(100)).isEqualTo(100, within(0.1));
  }

  @Test
  void failures_push_the_percentiles_up_however_fast_they_came() {
    var times = new Latencies();
    for (int i = 0; i < 90; i++) {
      times.record(Duration.ofMillis(5), true);
    }
    for (int i = 0; i < 10; i++) {
      times.record(Duration.ofMillis(1), false);
    }

    assertThat(times.failures()).isEqualTo(10);
    assertThat(times.percentileMs(90)).isEqualTo(5, within(0.1));
    assertThat(times.percentileMs(95)).isGreaterThan(60_000);
  }
}
