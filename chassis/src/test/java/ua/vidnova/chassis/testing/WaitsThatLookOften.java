package ua.vidnova.chassis.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has Awaitility look at once, then often, then ten times a second: most of what the tests wait for
 * is there after some milliseconds, and what is not must not be kept busy by being asked for.
 */
class WaitsThatLookOften implements BeforeAllCallback {

  private static final Duration FIRST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofMillis(100);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(
        IterativePollInterval.iterative(WaitsThatLookOften::longer, FIRST));
  }

  private static Duration longer(Duration last) {
    var next = last.plusMillis(10);
    return next.compareTo(LONGEST) > 0 ? LONGEST : next;
  }
}
