package ua.vidnova.localstack.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/** The servers' programs: the build copies them into local-stack's target folder. */
public final class Distribution {
  private static final Object ONE_AT_A_TIME = new Object();

  private Distribution() {}

  /** Fills an empty folder with an unpacked distribution. */
  @FunctionalInterface
  public interface Unpacking {
    void into(Path folder) throws IOException;
  }

  /**
   * The archive of a server, its version in its name.
   *
   * @param server {@code postgresql} or {@code keycloak}
   */
  public static Path archive(String server) throws IOException {
    Properties names = new Properties();
    try (InputStream file = Distribution.class.getResourceAsStream("servers.properties")) {
      names.load(file);
    }
    return built("servers").resolve(names.getProperty(server));
  }

  /** The class path of this module, the Kafka broker included. */
  public static String classPath() throws IOException {
    return Files.readString(built("classpath")).strip();
  }

  private static Path built(String name) {
    Path path = ProjectRoot.get().resolve("local-stack").resolve("target").resolve(name);
    if (Files.notExists(path)) {
      throw new IllegalStateException(path + " is missing; build local-stack first");
    }
    return path;
  }

  /**
   * The folder {@code name} in the checkout's cache. The first program that needs it fills it,
   * others wait meanwhile; a filling that breaks off leaves nothing behind under this name.
   */
  public static Path unpacked(String name, Unpacking unpacking) throws IOException {
    Path cache = ProjectRoot.get().resolve(".vidnova").resolve("cache");
    Path folder = cache.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(cache);
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        if (Files.notExists(folder)) {
          Path fresh = Files.createTempDirectory(cache, name + ".new");
          unpacking.into(fresh);
          Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    }
    return folder;
  }
}
