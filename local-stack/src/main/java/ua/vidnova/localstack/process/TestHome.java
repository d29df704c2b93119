package ua.vidnova.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Temporary homes that last as long as this JVM: at its exit their servers are killed and their
 * folders deleted. What a killed JVM left behind is cleared when the next one asks for a home.
 */
public final class TestHome {
  private static final Path ALL =
      Path.of(
          System.getProperty("java.io.tmpdir"), "vidnova-tests-" + System.getProperty("user.name"));
  private static final List<Home> OURS = new ArrayList<>();

  private TestHome() {}

  public static synchronized Home create() {
    try {
      Path ours = ALL.resolve(ownerName(ProcessHandle.current()));
      if (OURS.isEmpty()) {
        clearLeftOvers(ALL);
        Files.createDirectories(ours);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(ours)));
      }
      Home home = new Home(Files.createTempDirectory(ours, "home"));
      OURS.add(home);
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void clearLeftOvers(Path all) throws IOException {
    if (!Files.isDirectory(all)) {
      return;
    }
    try (Stream<Path> owners = Files.list(all)) {
      owners.filter(owner -> !isAlive(owner.getFileName().toString())).forEach(TestHome::discard);
    }
  }

  private static void discard(Path owner) {
    try (Stream<Path> homes = Files.list(owner)) {
      for (Path folder : homes.toList()) {
        Home home = new Home(folder);
        home.recorded().forEach(name -> new ServerProcess(home, name).kill());
      }
      FileTree.delete(owner);
    } catch (NoSuchFileException clearedByAnother) {
      // Two test runs that start together may find the same left-overs.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String ownerName(ProcessHandle owner) {
    Instant start = owner.info().startInstant().orElse(Instant.EPOCH);
    return owner.pid() + "-" + start.getEpochSecond();
  }

  private static boolean isAlive(String ownerName) {
    String[] pidAndStart = ownerName.split("-", 2);
    return ProcessHandle.of(Long.parseLong(pidAndStart[0]))
        .filter(handle -> ownerName(handle).equals(ownerName))
        .isPresent();
  }
}
