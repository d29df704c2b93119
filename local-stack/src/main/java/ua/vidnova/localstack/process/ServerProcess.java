package ua.vidnova.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One server process of a home. It outlives the program that launched it; any later program finds
 * it by its record, which holds the process id and the instant of its start, so that a process id
 * given to a stranger after a crash is never taken for the server.
 */
public final class ServerProcess {
  /** Clocks of two programs may round the start of the same process differently. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(3);

  private static final Duration KILL_PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final Path record;
  private final Path log;

  public ServerProcess(Home home, String name) {
    this.name = name;
    this.record = home.record(name);
    this.log = home.log(name);
  }

  /** How to ask a process to end; PostgreSQL ends its clients' sessions only on INT. */
  public enum Signal {
    TERM,
    INT
  }

  public Path log() {
    return log;
  }

  /** The process, if it runs. A record of a process that is gone counts as none. */
  public Optional<ProcessHandle> handle() {
    try {
      if (Files.notExists(record)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(record);
      if (lines.size() < 2) {
        return Optional.empty();
      }
      Instant started = Instant.parse(lines.get(1));
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(handle -> isAlive(handle) && startedAt(handle, started));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isRunning() {
    return handle().isPresent();
  }

  /**
   * Starts the command in a session of its own, so that Ctrl-C in the terminal does not reach it.
   * Its output goes to {@link #log()}; the log before is kept once as {@code NAME.log.1}.
   *
   * @throws IllegalStateException if it already runs
   */
  public void launch(List<String> command, Map<String, String> environment, Path folder) {
    if (isRunning()) {
      throw new IllegalStateException(name + " already runs");
    }
    try {
      Files.createDirectories(record.getParent());
      Files.createDirectories(log.getParent());
      if (Files.exists(log)) {
        Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      List<String> detached = new ArrayList<>(OwnSession.PREFIX);
      detached.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(detached)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      ProcessHandle handle = builder.start().toHandle();
      Path fresh = record.resolveSibling(name + ".pid.new");
      Files.writeString(fresh, handle.pid() + "\n" + start(handle).orElse(Instant.now()) + "\n");
      Files.move(
          fresh, record, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name, e);
    }
  }

  /** Asks the process to end and waits; after {@code patience} it is killed. */
  public void stop(Signal signal, Duration patience) {
    handle()
        .ifPresent(
            handle -> {
              send(signal, handle);
              if (!awaitExit(handle, patience)) {
                killTree(handle);
              }
            });
    forget();
  }

  /** SIGKILL to the process and its children, as in a crash of the machine under it. */
  public void kill() {
    handle().ifPresent(ServerProcess::killTree);
    forget();
  }

  private void forget() {
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Signal signal, ProcessHandle handle) {
    if (signal == Signal.TERM) {
      handle.destroy();
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    }
  }

  private static void killTree(ProcessHandle handle) {
    List<ProcessHandle> tree = Stream.concat(Stream.of(handle), handle.descendants()).toList();
    tree.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : tree) {
      if (!awaitExit(one, KILL_PATIENCE)) {
        throw new IllegalStateException("Process " + one.pid() + " survives SIGKILL");
      }
    }
  }

  private static boolean awaitExit(ProcessHandle handle, Duration patience) {
    return Deadline.in(patience).await(() -> !isAlive(handle));
  }

  private static boolean startedAt(ProcessHandle handle, Instant recorded) {
    return start(handle)
        .map(actual -> Duration.between(actual, recorded).abs().compareTo(START_TOLERANCE) <= 0)
        .orElse(true);
  }

  private static Optional<Instant> start(ProcessHandle handle) {
    return handle.info().startInstant();
  }

  /**
   * Where nobody collects orphans (a container without init), the dead stay listed as zombies. A
   * zombie is dead, its ports free, once its other threads have ended too.
   */
  private static boolean isAlive(ProcessHandle handle) {
    if (!handle.isAlive()) {
      return false;
    }
    Path process = Path.of("/proc/" + handle.pid());
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      String stat = Files.readString(process.resolve("stat"));
      boolean zombie = stat.substring(stat.lastIndexOf(')') + 1).startsWith(" Z");
      return !zombie || threads.count() > 1;
    } catch (IOException | UncheckedIOException noProcFolderOrJustGone) {
      return handle.isAlive();
    }
  }
}
