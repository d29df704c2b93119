package ua.vidnova.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TempDir Path folder;

  private ServerProcess process() {
    return new ServerProcess(new Home(folder), "sleeper");
  }

  @AfterEach
  void killWhatIsLeft() {
    process().kill();
  }

  @Test
  void is_found_again_by_another_program_with_the_same_home() {
    launch("exec sleep 600");

    assertThat(process().isRunning()).isTrue();
    assertThat(new Home(folder).recorded()).containsExactly("sleeper");

    process().stop(ServerProcess.Signal.TERM, PATIENCE);
    assertThat(process().isRunning()).isFalse();
    assertThat(new Home(folder).recorded()).isEmpty();
  }

  @Test
  void takes_no_stranger_for_the_server_when_a_process_id_was_given_again() throws IOException {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      record(stranger.pid(), Instant.now().minus(Duration.ofHours(1)));

      assertThat(process().isRunning()).isFalse();
      process().stop(ServerProcess.Signal.TERM, PATIENCE);
      assertThat(stranger.isAlive()).isTrue();
      assertThat(new Home(folder).recorded()).isEmpty();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void does_not_run_when_its_recorded_process_is_gone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    record(gone.pid(), Instant.now());

    assertThat(process().isRunning()).isFalse();
    launch("exec sleep 600");
    assertThat(process().isRunning()).isTrue();
  }

  @Test
  void is_not_launched_twice() {
    launch("exec sleep 600");

    assertThatThrownBy(() -> launch("exec sleep 600"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sleeper already runs");
  }

  @Test
  void is_killed_when_it_does_not_heed_the_signal() {
    launch("trap '' TERM; echo deaf; while :; do sleep 0.1; done");
    awaitLog("deaf");
    ProcessHandle handle = process().handle().orElseThrow();

    process().stop(ServerProcess.Signal.TERM, Duration.ofMillis(300));

    assertThat(handle.isAlive()).isFalse();
  }

  @Test
  void is_killed_with_its_children() {
    launch("sleep 600 & echo child $!; wait");
    awaitLog("child");
    List<ProcessHandle> children = process().handle().orElseThrow().children().toList();
    assertThat(children).hasSize(1);

    process().kill();

    assertThat(Deadline.in(PATIENCE).await(() -> !children.getFirst().isAlive())).isTrue();
  }

  @RepeatedTest(5)
  void has_given_its_port_back_once_it_is_killed() {
    Port port = Port.free("a busy server");
    process()
        .launch(
            List.of(
                Java.program(),
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                BusyServer.class.getName(),
                "" + port.number()),
            Map.of(),
            folder);
    awaitLog("listening");

    process().kill();

    assertThat(port.isFree()).isTrue();
  }

  /** Has so many threads and so much memory that the system needs a while to end it. */
  static final class BusyServer {
    public static void main(String[] arguments) throws IOException {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])));
      for (int i = 0; i < 200; i++) {
        new Thread(LockSupport::park).start();
      }
      byte[][] memory = new byte[1200][1 << 18];
      System.out.println("listening with " + memory.length / 4 + " MiB");
    }
  }

  @Test
  void keeps_the_log_of_the_run_before() throws IOException {
    launch("echo first; exec sleep 600");
    awaitLog("first");
    process().kill();
    launch("echo second; exec sleep 600");
    awaitLog("second");

    assertThat(Files.readString(process().log())).isEqualTo("second\n");
    assertThat(folder.resolve("logs/sleeper.log.1")).hasContent("first");
  }

  private void launch(String script) {
    process().launch(List.of("sh", "-c", script), Map.of(), folder);
  }

  private void awaitLog(String text) {
    assertThat(
            Deadline.in(PATIENCE)
                .await(
                    () -> {
                      try {
                        return Files.readString(process().log()).contains(text);
                      } catch (IOException e) {
                        throw new AssertionError(e);
                      }
                    }))
        .isTrue();
  }

  private void record(long pid, Instant start) throws IOException {
    Path record = new Home(folder).record("sleeper");
    Files.createDirectories(record.getParent());
    Files.writeString(record, pid + "\n" + start + "\n");
  }
}
