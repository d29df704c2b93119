package ua.vidnova.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.localstack.process.ProjectRoot;

/** The script {@code vidnova}, as far as it goes without starting the platform. */
class ScriptTest {
  private static final List<String> PROGRAMS =
      List.of("sh", "cat", "dirname", "readlink", "sed", "find", "head", "grep", "mkdir", "touch");

  @TempDir Path temp;

  private record Result(int status, String out, String err) {}

  @ParameterizedTest
  @ValueSource(
      strings = {"up", "demo", "test", "bench", "status", "logs", "token", "down", "reset", "help"})
  void help_lists_every_task(String task) throws Exception {
    Result help = run(script(), Map.of(), "help");

    assertThat(help.status()).isZero();
    assertThat(help.out()).containsPattern("(?m)^  " + task + " ");
    assertThat(run(script(), Map.of())).isEqualTo(help);
  }

  @ParameterizedTest
  @CsvSource({"fly", "up --fast", "status --xml", "token", "logs", "test --slow", "down now"})
  void refuses_what_it_does_not_know(String words) throws Exception {
    Result refused = run(script(), Map.of(), words.split(" ", -1));

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("./vidnova help lists every task.");
  }

  @Test
  void finds_its_checkout_through_links_from_any_folder() throws Exception {
    Path checkout = fakeCheckout(Files.readString(script()));
    Path link = Files.createSymbolicLink(temp.resolve("first"), checkout.resolve("vidnova"));
    Path relative = Files.createSymbolicLink(temp.resolve("second"), link.getFileName());

    Result status = run(relative, Map.of("VIDNOVA_HOME", ""), "logs", "kafka");

    assertThat(status.err()).contains("There is no log of kafka. There are: known");
  }

  @Test
  void says_which_jdk_it_needs_when_there_is_none() throws Exception {
    String nowhere = Files.readString(script()).replaceAll("/(usr/lib/jvm|Library)/", "/none/");
    Path programs = Files.createDirectory(temp.resolve("bin"));
    for (String program : PROGRAMS) {
      executable(programs.resolve(program), "#!/bin/sh\nexec " + onPath(program) + " \"$@\"\n");
    }

    Result up =
        run(
            fakeCheckout(nowhere).resolve("vidnova"),
            Map.of(
                "PATH", programs.toString(), "JAVA_HOME", temp.toString(), "HOME", temp.toString()),
            "up");

    assertThat(up.status()).isEqualTo(1);
    assertThat(up.out()).isEmpty();
    assertThat(up.err()).startsWith("Vidnova needs a JDK 25 or newer, and none was found");
  }

  @Test
  void status_of_a_checkout_never_built_is_clean_json() throws Exception {
    Path checkout = fakeCheckout(Files.readString(script()));

    Result status =
        run(checkout.resolve("vidnova"), Map.of("VIDNOVA_HOME", ""), "status", "--json");

    assertThat(status.status()).isZero();
    assertThat(status.out()).startsWith("{\"state\":\"down\"");
  }

  @Test
  void token_of_a_stopped_platform_is_an_error_and_nothing_on_standard_output() throws Exception {
    Result token = run(script(), Map.of("VIDNOVA_HOME", temp.toString()), "token", "medic");

    assertThat(token.status()).isEqualTo(1);
    assertThat(token.out()).isEmpty();
    assertThat(token.err()).contains("./vidnova up first");
  }

  private static Path script() {
    return ProjectRoot.get().resolve("vidnova");
  }

  private Path fakeCheckout(String script) throws IOException {
    Path checkout = Files.createDirectories(temp.resolve("checkout"));
    executable(checkout.resolve("vidnova"), script);
    Path logs = Files.createDirectories(checkout.resolve(".vidnova").resolve("logs"));
    Files.writeString(logs.resolve("known.log"), "");
    return checkout;
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path onPath(String program) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path candidate = Path.of(folder, program);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    throw new AssertionError("no " + program + " on the PATH");
  }

  private Result run(Path script, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return new Result(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
