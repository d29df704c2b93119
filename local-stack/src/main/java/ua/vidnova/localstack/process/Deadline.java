package ua.vidnova.localstack.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A point in time up to which one may wait for something that only asking can tell. */
public final class Deadline {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  public boolean hasPassed() {
    return System.nanoTime() - nanoTime > 0;
  }

  /** Asks until the condition holds (true) or the deadline has passed (false). */
  public boolean await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (hasPassed()) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        throw Interrupted.of(e);
      }
    }
    return true;
  }
}
