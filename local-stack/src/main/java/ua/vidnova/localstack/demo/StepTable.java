package ua.vidnova.localstack.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints each step as it is over: number, whether it held, name; beneath, what to look at. */
public final class StepTable implements Consumer<Step> {
  private static final String ROW = "%3s  %-6s  %s%n";

  private final PrintStream out;
  private int number;

  public StepTable(PrintStream out) {
    this.out = out;
    out.printf(ROW, "No.", "Held", "Step");
  }

  @Override
  public void accept(Step step) {
    out.printf(ROW, ++number, step.ok() ? "yes" : "NO", step.name());
    step.detail().lines().forEach(line -> out.printf(ROW, "", "", "  " + line));
  }

  /** Prints the last line. */
  public void end(Outcome outcome, Duration took) {
    int all = outcome.steps().size();
    long failed = outcome.steps().stream().filter(step -> !step.ok()).count();
    String summary =
        failed == 0
            ? "All %d steps held".formatted(all)
            : "%d of %d steps did not hold".formatted(failed, all);
    out.printf(Locale.ROOT, "%n%s; %.1f s.%n", summary, took.toMillis() / 1000.0);
  }
}
