package ua.vidnova.bench.measure;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** Times that pieces of work took, and how many of them failed. Safe for use by many threads. */
public final class Latencies {
  private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1_000;
  private static final int DIGITS = 3;

  private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
  private final LongAdder failed = new LongAdder();

  /** Failures count among the times too: a fast refusal must not look like a fast answer. */
  public void record(Duration took, boolean ok) {
    long value = Math.min(LONGEST_MICROS, Math.max(1, took.toNanos() / 1_000));
    if (ok) {
      micros.recordValue(value);
    } else {
      failed.increment();
    }
  }

  /**
   * The time within which the given percentage was done, in milliseconds; the longest possible if
   * that many failed.
   */
  public double percentileMs(double percentage) {
    if (count() == 0) {
      throw new IllegalStateException("Nothing was measured");
    }
    long rank = (long) Math.ceil(percentage / 100 * count());
    return rank > micros.getTotalCount()
        ? LONGEST_MICROS / 1_000.0
        : micros.getValueAtPercentile(100.0 * rank / micros.getTotalCount()) / 1_000.0;
  }

  public long count() {
    return micros.getTotalCount() + failed.sum();
  }

  public long failures() {
    return failed.sum();
  }
}
