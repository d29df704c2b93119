package ua.vidnova.localstack.process;

import java.nio.file.Path;
import java.util.List;

/** The JVM that runs this program, used for the servers too. */
public final class Java {
  /** Short starts and a small footprint, for programs that need no peak speed. */
  public static final List<String> QUICK_START =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** As {@link #QUICK_START}, but compiled to its best: what a container in production runs. */
  public static final List<String> PEAK_SPEED =
      QUICK_START.stream().filter(option -> !option.equals("-XX:TieredStopAtLevel=1")).toList();

  private Java() {}

  public static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  public static String program() {
    return home().resolve("bin").resolve("java").toString();
  }
}
