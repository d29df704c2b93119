package ua.vidnova.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import ua.vidnova.localstack.Platform;

/**
 * Ends parts of the platform by SIGKILL in the middle of what goes on, and starts them again. All
 * die equally often, now and then two at once; which, when, and in which phase again, a seed
 * decides.
 */
final class Saboteur {
  private static final List<String> VICTIMS = List.of("payments", "kafka", "postgres");
  private static final Duration LONGEST_PHASE = Duration.ofMinutes(5);

  private final Platform platform;
  private final Random random;
  private final List<String> next = new ArrayList<>();
  private final Map<String, Integer> kills = new TreeMap<>();
  private final Map<Phase, Integer> strikes = new EnumMap<>(Phase.class);

  Saboteur(Platform platform, Random random) {
    this.platform = platform;
    this.random = random;
  }

  /** Where a payment can be when something dies. */
  enum Phase {
    PROPOSAL,
    APPROVAL,
    SHARDS,
    ASSEMBLING,
    CANCELLATION,
    HAND_OVER,
    REPORT,
    PREVIEW,
    RECALCULATION
  }

  /**
   * When to strike.
   *
   * @param come may be asked any number of times, and only while all parts run
   */
  record Moment(Phase phase, BooleanSupplier come) {}

  /**
   * Does the work and strikes meanwhile at each of the moments, in their order, unless the work is
   * done before. A phase that was never struck is struck, any other every second time.
   *
   * @return what the work returned, once all that was killed runs again
   */
  <T> T during(Supplier<T> work, Moment... moments) {
    CompletableFuture<T> result =
        CompletableFuture.supplyAsync(work, Thread.ofPlatform().daemon()::start);
    for (Moment moment : moments) {
      if (strikes.containsKey(moment.phase()) && random.nextBoolean()) {
        continue;
      }
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .atMost(LONGEST_PHASE)
          .until(() -> result.isDone() || moment.come().getAsBoolean());
      if (!result.isDone()) {
        strike(moment.phase());
      }
    }
    return result.join();
  }

  /** So many milliseconds from now on at most. */
  Moment within(int millis, Phase phase) {
    long then = System.nanoTime() + Duration.ofMillis(random.nextInt(millis)).toNanos();
    return new Moment(phase, () -> System.nanoTime() - then >= 0);
  }

  private void strike(Phase phase) {
    strikes.merge(phase, 1, Integer::sum);
    List<String> victims = new ArrayList<>(List.of(victim()));
    if (random.nextInt(3) == 0) {
      victims.add(victim());
    }
    List<String> dead = victims.stream().distinct().toList();
    long began = System.nanoTime();
    for (String one : dead) {
      platform.kill(one);
      kills.merge(one, 1, Integer::sum);
    }
    platform.start(dead.toArray(String[]::new));
    System.out.printf(
        "Faults of runs: %s in %s, back after %d ms%n",
        String.join(" and ", dead), phase, Duration.ofNanos(System.nanoTime() - began).toMillis());
  }

  private String victim() {
    if (next.isEmpty()) {
      next.addAll(VICTIMS);
      Collections.shuffle(next, random);
    }
    return next.removeLast();
  }

  int killed() {
    return kills.values().stream().mapToInt(count -> count).sum();
  }

  /** How often each part was killed. */
  Map<String, Integer> kills() {
    return Map.copyOf(kills);
  }

  /** How often each phase was struck. */
  Map<Phase, Integer> strikes() {
    return Map.copyOf(strikes);
  }
}
