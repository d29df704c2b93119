package ua.vidnova.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestHomeTest {
  @TempDir Path all;

  @Test
  void clears_folders_and_servers_that_a_killed_test_run_left() throws IOException {
    Home left = new Home(Files.createDirectories(all.resolve("999999999-1").resolve("home1")));
    ServerProcess server = new ServerProcess(left, "sleeper");
    server.launch(List.of("sleep", "600"), Map.of(), all);
    ProcessHandle handle = server.handle().orElseThrow();
    Path inUse = Files.createDirectories(all.resolve(TestHome.ownerName(ProcessHandle.current())));

    TestHome.clearLeftOvers(all);

    assertThat(handle.isAlive()).isFalse();
    assertThat(all.resolve("999999999-1")).doesNotExist();
    assertThat(inUse).exists();
  }
}
