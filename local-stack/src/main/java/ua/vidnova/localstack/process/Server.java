package ua.vidnova.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A server of the platform: stopped, starting, ready. It can be started, stopped, killed and
 * started again on the same data and ports any number of times, by this program or another one that
 * has the same home.
 */
public abstract class Server implements AutoCloseable {
  private static final int LOG_LINES_SHOWN = 25;

  private final String name;
  private final Home home;
  private final ServerProcess process;

  protected Server(Home home, String name) {
    this.name = name;
    this.home = home;
    this.process = new ServerProcess(home, name);
  }

  /** A command with what it adds to the environment, and the folder it runs in. */
  public record Launch(List<String> command, Map<String, String> environment, Path folder) {}

  /** Makes data and configuration ready; called before each start. */
  protected abstract Launch prepare() throws IOException;

  /** Whether the server answers now as it should. */
  public abstract boolean isReady();

  /** Where clients find it. */
  public abstract String address();

  /** The ports that it listens on. */
  public abstract List<Port> ports();

  /** Called once after each start, when the server has become ready. */
  protected void onReady() {}

  protected ServerProcess.Signal stopSignal() {
    return ServerProcess.Signal.TERM;
  }

  protected Duration readyWithin() {
    return Duration.ofSeconds(90);
  }

  protected Duration stopsWithin() {
    return Duration.ofSeconds(20);
  }

  /**
   * Starts the server and waits until it is ready.
   *
   * @throws ServerFailed if it ends or is not ready in time; the message holds its last log lines
   */
  public final void start() {
    try {
      Port.requireFree(ports());
      Launch launch = prepare();
      process.launch(launch.command(), launch.environment(), launch.folder());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + name, e);
    }
    Deadline.in(readyWithin()).await(() -> !process.isRunning() || isReady());
    if (!process.isRunning()) {
      process.kill();
      throw new ServerFailed(name + " ended before it was ready", process.log(), lastLogLines());
    }
    if (!isReady()) {
      throw new ServerFailed(
          name + " is not ready after " + readyWithin().toSeconds() + " s",
          process.log(),
          lastLogLines());
    }
    onReady();
  }

  /** Ends the server in good order; does nothing if it does not run. */
  public final void stop() {
    process.stop(stopSignal(), stopsWithin());
  }

  /** Ends the server by SIGKILL. */
  public final void kill() {
    process.kill();
  }

  public final void restart() {
    stop();
    start();
  }

  @Override
  public final void close() {
    stop();
  }

  public final String name() {
    return name;
  }

  public final ServerProcess process() {
    return process;
  }

  public final Path log() {
    return process.log();
  }

  protected final Home home() {
    return home;
  }

  private String lastLogLines() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(process.log()), StandardCharsets.UTF_8).lines().toList();
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
