package ua.vidnova.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.bench.Result.Yardstick;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static final Result KEPT =
      Result.atMost("time", "ms", 60, 30, Yardstick.of(10, "plain SQL"));
  private static final Result MISSED =
      Result.atLeast("rate", "rows/s", 5_000, 4_999, Yardstick.none("nothing like it"));

  private int run(List<Result> results, String... arguments) {
    return main(new Fake(results)).run(List.of(arguments));
  }

  private Main main(Group group) {
    return new Main(
        List.of(group), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private record Fake(List<Result> results) implements Group {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public String tells() {
      return "nothing";
    }

    @Override
    public List<Result> run(Run run) {
      if (results.isEmpty()) {
        throw new IllegalStateException("no server");
      }
      run.out().println("a table");
      return results;
    }
  }

  @Test
  void without_a_name_it_lists_the_groups() {
    assertThat(run(List.of(KEPT))).isZero();
    assertThat(out.toString(UTF_8)).contains("fake").contains("nothing");
  }

  @Test
  void the_status_tells_kept_missed_and_broken_apart() {
    assertThat(run(List.of(KEPT), "fake")).isZero();
    assertThat(run(List.of(KEPT, MISSED), "fake")).isEqualTo(1);
    assertThat(run(List.of(), "fake")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "fly",
    "fake --fast",
    "fake --seed",
    "fake --seed x",
    "fake --residents 0",
    "fake --residents 99999999999"
  })
  void what_it_does_not_understand_is_an_error(String words) {
    assertThat(run(List.of(KEPT), words.split(" "))).isEqualTo(2);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).isNotEmpty();
  }

  @Test
  void json_alone_is_on_standard_output_with_every_figure() throws Exception {
    run(List.of(KEPT, MISSED), "fake", "--json", "--seed", "5");

    var report = new ObjectMapper().readTree(out.toByteArray());
    assertThat(report.path("ok").asBoolean()).isFalse();
    assertThat(report.path("seed").asLong()).isEqualTo(5);
    var kept = report.path("results").get(0);
    assertThat(kept.path("name").asText()).isEqualTo("time");
    assertThat(kept.path("unit").asText()).isEqualTo("ms");
    assertThat(kept.path("budget").asDouble()).isEqualTo(60);
    assertThat(kept.path("measured").asDouble()).isEqualTo(30);
    assertThat(kept.path("limit").asDouble()).isEqualTo(10);
    assertThat(kept.path("ratio").asDouble()).isEqualTo(3);
    assertThat(kept.path("ok").asBoolean()).isTrue();
    var missed = report.path("results").get(1);
    assertThat(missed.path("limit").isNull()).isTrue();
    assertThat(missed.path("ratio").isNull()).isTrue();
    assertThat(missed.path("yardstick").asText()).isEqualTo("nothing like it");
    assertThat(missed.path("ok").asBoolean()).isFalse();
    assertThat(err.toString(UTF_8)).contains("a table");
  }
}
