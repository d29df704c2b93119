package ua.vidnova.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import ua.vidnova.bench.matching.MatchingBench;
import ua.vidnova.bench.medical.MedicalBench;
import ua.vidnova.bench.payments.PaymentsBench;
import ua.vidnova.bench.registry.ImportBench;
import ua.vidnova.bench.registry.LoadBench;
import ua.vidnova.bench.registry.RegistryBench;
import ua.vidnova.localstack.process.PortInUse;
import ua.vidnova.localstack.process.ServerFailed;

/**
 * What {@code ./vidnova bench} runs. Results go to standard output, progress and complaints to
 * standard error. Exit status: 0 when every budget is kept, 1 when one is missed, 2 on errors.
 */
public final class Main {
  private static final int MISSED = 1;
  private static final int FAILED = 2;
  private static final int RESIDENTS = 1_200_000;
  private static final long SEED = 2026;

  /** A group more is a class more and a line here. */
  private static final List<Group> GROUPS =
      List.of(
          new MatchingBench(),
          new LoadBench(),
          new RegistryBench(),
          new ImportBench(),
          new PaymentsBench(),
          new MedicalBench());

  private final List<Group> groups;
  private final PrintStream out;
  private final PrintStream err;

  Main(List<Group> groups, PrintStream out, PrintStream err) {
    this.groups = groups;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    var main = new Main(GROUPS, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    System.exit(main.run(Arrays.asList(arguments)));
  }

  int run(List<String> arguments) {
    try {
      return arguments.isEmpty() ? list() : measure(new ArrayDeque<>(arguments));
    } catch (Misused | PortInUse | ServerFailed e) {
      err.println(e.getMessage());
      return FAILED;
    } catch (RuntimeException | Error e) {
      e.printStackTrace(err);
      return FAILED;
    }
  }

  private int list() {
    groups.forEach(group -> out.printf("  %-10s %s%n", group.name(), group.tells()));
    out.println("\n  ./vidnova bench NAME [--json] [--seed S] [--residents N]");
    return 0;
  }

  private int measure(Deque<String> arguments) {
    var group = group(arguments.removeFirst());
    boolean json = false;
    long seed = SEED;
    int residents = RESIDENTS;
    while (!arguments.isEmpty()) {
      var option = arguments.removeFirst();
      switch (option) {
        case "--json" -> json = true;
        case "--seed" -> seed = number(option, arguments.poll(), Long.MAX_VALUE);
        case "--residents" -> residents = (int) number(option, arguments.poll(), 20_000_000);
        default -> throw new Misused("bench does not know " + option + ".");
      }
    }
    var run = new Run(seed, residents, json ? err : out, err);
    var report = Report.of(group.name(), run, group.run(run));
    out.println(json ? report.asJson() : report.asText());
    return report.ok() ? 0 : MISSED;
  }

  private Group group(String name) {
    return groups.stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Misused(
                    "bench has no group %s. There are: %s"
                        .formatted(
                            name, String.join(", ", groups.stream().map(Group::name).toList()))));
  }

  private static long number(String option, String text, long max) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= max) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // The refusal below says it.
    }
    throw new Misused(option + " needs a whole number from 1 to " + max + ".");
  }

  /** Words that mean nothing here. */
  private static final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misused(String message) {
      super(message);
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
