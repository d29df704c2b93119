package ua.vidnova.localstack.process;

import java.nio.file.Path;
import java.util.List;

/** The JVM that runs this program, used for the servers too. */
public final class Java {
  /** Short starts and a small footprint, for programs that need no peak speed. */
  public static final List<String> QUICK_START =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private Java() {}

  public static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  public static String program() {
    return home().resolve("bin").resolve("java").toString();
  }
}
