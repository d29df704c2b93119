package ua.vidnova.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory that processes really occupy. */
public final class Memory {
  private Memory() {}

  /**
   * The resident memory of a process and its children, in MiB. A page that several of them share
   * counts once. Zero where the system has no {@code /proc} to tell it.
   */
  public static long residentMib(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(each -> proportionalKib(each.pid()))
            .sum()
        / 1024;
  }

  private static long proportionalKib(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | UncheckedIOException unknownOrJustGone) {
      return 0;
    }
  }
}
