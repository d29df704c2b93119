package ua.vidnova.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.sun.management.OperatingSystemMXBean;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import ua.vidnova.bench.measure.Columns;

/**
 * The results of one group.
 *
 * @param ok whether every budget is kept
 * @param seed what makes the same people again
 * @param machine where it was measured
 */
record Report(
    String group, boolean ok, long seed, int residents, String machine, List<Result> results) {

  static Report of(String group, Run run, List<Result> results) {
    return new Report(
        group,
        results.stream().allMatch(Result::ok),
        run.seed(),
        run.residents(),
        describeMachine(),
        results);
  }

  String asJson() {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String asText() {
    var table = new Columns("", "budget", "measured", "limit", "ratio", "unit", "");
    for (var result : results) {
      table.row(
          result.name(),
          number(result.budget()),
          number(result.measured()),
          number(result.limit()),
          number(result.ratio()),
          result.unit(),
          verdict(result));
    }
    return table + "\n\nSeed " + seed + ". " + machine;
  }

  private static String verdict(Result result) {
    if (result.budget() == null) {
      return "";
    }
    return result.ok() ? "ok" : "MISSED";
  }

  /** Four digits that count; whole numbers from a thousand on. */
  private static String number(Double value) {
    if (value == null) {
      return "–";
    }
    if (value == Math.rint(value) || Math.abs(value) >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.4f" : "%.1f", value);
  }

  private static String describeMachine() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return "%s %s, %d processors, %d GiB, Java %s."
        .formatted(
            system.getName(),
            system.getArch(),
            system.getAvailableProcessors(),
            system.getTotalMemorySize() >> 30,
            Runtime.version());
  }
}
