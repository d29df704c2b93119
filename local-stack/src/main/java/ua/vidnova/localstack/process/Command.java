package ua.vidnova.localstack.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/** A program that does one thing and ends. */
public final class Command {
  private Command() {}

  /**
   * Runs the command to its end.
   *
   * @throws IOException if it fails; the message holds what it printed
   */
  public static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(command + " failed:\n" + output);
      }
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
