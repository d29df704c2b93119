package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTableTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final StepTable table = new StepTable(new PrintStream(printed, true, UTF_8));

  @Test
  void shows_what_held_and_what_to_look_at() {
    Step held = new Step("medic records a visit", true, "visit 1\nlook at 2");
    Step failed = new Step("auditor sees it", false, "no entry");
    table.accept(held);
    table.accept(failed);
    table.end(Outcome.of(List.of(held, failed)), Duration.ofMillis(1_234));

    assertThat(printed.toString(UTF_8))
        .isEqualTo(
            """
            No.  Held    Step
              1  yes     medic records a visit
                           visit 1
                           look at 2
              2  NO      auditor sees it
                           no entry

            1 of 2 steps did not hold; 1.2 s.
            """);
  }

  @Test
  void says_so_when_all_held() {
    Step held = new Step("medic records a visit", true, "");
    table.accept(held);
    table.end(Outcome.of(List.of(held)), Duration.ofSeconds(2));

    assertThat(printed.toString(UTF_8)).endsWith("\nAll 1 steps held; 2.0 s.\n");
  }
}
