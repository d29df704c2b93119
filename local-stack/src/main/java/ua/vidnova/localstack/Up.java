package ua.vidnova.localstack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import ua.vidnova.localstack.keycloak.LocalTokens;
import ua.vidnova.localstack.postgres.PostgresServer.Durability;
import ua.vidnova.localstack.process.Home;
import ua.vidnova.localstack.process.Interrupted;
import ua.vidnova.localstack.process.Server;

/** Brings the user's platform up, keeps watch over it, takes it down. */
public final class Up {
  private static final Duration WATCH_EVERY = Duration.ofMillis(500);

  private final Home home;
  private final PrintStream progress;

  /**
   * @param progress where to tell what happens, for people
   */
  public Up(Home home, PrintStream progress) {
    this.home = home;
    this.progress = progress;
  }

  /** The platform of the home: on the ports it was last started with if any of it still runs. */
  static Platform platform(Home home) {
    Platform wanted = new Platform(home, Ports.of(System.getenv()), Durability.FSYNC);
    boolean runs = wanted.parts().stream().anyMatch(part -> part.process().isRunning());
    return runs
        ? LastUp.find(home)
            .map(lastUp -> new Platform(home, Ports.of(lastUp.ports()), Durability.FSYNC))
            .orElse(wanted)
        : wanted;
  }

  /** Starts the platform unless it runs; it stays when this program ends. */
  public Platform ensureRunning() {
    try (var _ = new StopOnSignal()) {
      return start();
    }
  }

  /** Starts the platform and stops it when this program is asked to end, by Ctrl-C or a signal. */
  void untilSignal(PrintStream out) {
    try (var _ = new StopOnSignal()) {
      boolean ranBefore = allRun(platform(home));
      Platform platform = start();
      out.println(summary(platform));
      if (ranBefore) {
        return;
      }
      progress.println("Ctrl-C stops everything.");
      try {
        watch(platform);
      } catch (Interrupted asked) {
        Thread.interrupted(); // Stopping waits too, and must be let.
        progress.println("Stopping…");
        stop(platform);
      }
    }
  }

  private Platform start() {
    try (var _ = HomeLock.acquire(home)) {
      Platform running = platform(home);
      if (allRun(running)) {
        progress.println("The platform is already running.");
        return running;
      }
      stopLeftOvers(running);
      Platform platform = new Platform(home, Ports.of(System.getenv()), Durability.FSYNC);
      Instant began = Instant.now();
      LastUp lastUp =
          new LastUp(
              platform.ports().asEnvironment(),
              began.truncatedTo(ChronoUnit.SECONDS).toString(),
              null);
      lastUp.save(home);
      progress.println("Starting the platform (logs in " + home.log("NAME") + ")");
      platform.start(platform.parts().stream().map(Server::name).toList(), this::tellReady);
      double seconds = Math.round(began.until(Instant.now()).toMillis() / 100.0) / 10.0;
      new LastUp(lastUp.ports(), lastUp.startedAt(), seconds).save(home);
      progress.printf("All ready after %.1f s.%n", seconds);
      return platform;
    }
  }

  /** Ends every part of the home's platform, also of one whose {@code up} was killed. */
  void down() {
    try (var _ = HomeLock.acquire(home)) {
      Platform platform = platform(home);
      if (home.recorded().isEmpty()) {
        progress.println("The platform is not running.");
        return;
      }
      stop(platform);
    }
  }

  private void stopLeftOvers(Platform platform) {
    List<String> names = home.recorded();
    if (!names.isEmpty()) {
      progress.println("Clearing what an interrupted run left: " + String.join(", ", names));
      platform.stop();
    }
  }

  private void stop(Platform platform) {
    for (Server part : List.copyOf(platform.parts()).reversed()) {
      if (part.process().isRunning()) {
        part.stop();
        progress.println("  " + part.name() + " stopped");
      } else {
        part.stop();
      }
    }
  }

  private synchronized void tellReady(Server part, Duration took) {
    progress.printf("  %-13s ready after %5.1f s%n", part.name(), took.toMillis() / 1000.0);
  }

  /** Returns when the platform was stopped by another program; tells of parts that die. */
  private void watch(Platform platform) {
    Set<String> dead = Set.of();
    Set<String> told = new HashSet<>();
    while (!home.recorded().isEmpty()) {
      Set<String> deadBefore = dead;
      dead =
          home.recorded().stream()
              .filter(name -> !platform.part(name).process().isRunning())
              .collect(Collectors.toSet());
      told.retainAll(dead);
      // Dead twice over: one look may fall into another program's stopping of the part.
      dead.stream()
          .filter(name -> deadBefore.contains(name) && told.add(name))
          .forEach(
              name ->
                  progress.println(
                      name + " has ended by itself; see " + platform.part(name).log()));
      try {
        Thread.sleep(WATCH_EVERY);
      } catch (InterruptedException e) {
        throw Interrupted.of(e);
      }
    }
    progress.println("The platform was stopped by another program.");
  }

  private static boolean allRun(Platform platform) {
    return platform.parts().stream().allMatch(part -> part.process().isRunning());
  }

  static String summary(Platform platform) {
    TextTable table = new TextTable().row("ADDRESS", "WHAT");
    for (Server part : List.copyOf(platform.parts()).reversed()) {
      table.row(part.address(), part.name());
    }
    return """

        %s

        Sign in at %s as %s; password %s.
        Partners: %s; an access token for curl: ./vidnova token NAME.
        Keycloak's console: %s/admin, admin, %s.
        """
        .formatted(
            table,
            platform.gatewayUrl(),
            String.join(", ", LocalTokens.USERS),
            LocalTokens.PASSWORD,
            String.join(", ", LocalTokens.PARTNERS),
            platform.part("keycloak").address(),
            LocalTokens.PASSWORD);
  }

  /**
   * While open, Ctrl-C or a signal to end interrupts the thread that opened it; the JVM waits with
   * its end until it is closed.
   */
  private static final class StopOnSignal implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    StopOnSignal() {
      Thread opener = Thread.currentThread();
      hook =
          new Thread(
              () -> {
                opener.interrupt();
                try {
                  closed.await();
                } catch (InterruptedException e) {
                  throw Interrupted.of(e);
                }
              });
      Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
      closed.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException alreadyEnding) {
        // Then the hook runs, and ends now.
      }
    }
  }
}
