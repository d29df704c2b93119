package ua.vidnova.bench.service;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ua.vidnova.bench.Result;
import ua.vidnova.bench.Result.Yardstick;

/**
 * Processor time that the service, PostgreSQL and the generator of load take for a piece of work.
 * Unlike latency it hardly depends on what else the machine does at the time.
 */
public final class ProcessorTime {
  private final Map<String, ProcessHandle> parts = new LinkedHashMap<>();
  private final Map<String, Duration> before = new LinkedHashMap<>();

  public ProcessorTime(BenchService service) {
    parts.put("service", service.serviceProcess());
    parts.put("postgres", service.postgresProcess());
    parts.put("generator", ProcessHandle.current());
    parts.forEach((part, process) -> before.put(part, used(part, process)));
  }

  /** What each took since this was made, for one of so many pieces of work. */
  public List<Result> forEach(String name, long pieces) {
    return parts.entrySet().stream()
        .map(
            part ->
                Result.shown(
                    name + "." + part.getKey(),
                    "ms of processor",
                    used(part.getKey(), part.getValue()).minus(before.get(part.getKey())).toNanos()
                        / 1e6
                        / pieces,
                    Yardstick.none("for each")))
        .toList();
  }

  /** PostgreSQL works in a process for each session; the generator's children are the others. */
  private static Duration used(String part, ProcessHandle process) {
    var processes =
        part.equals("generator")
            ? Stream.of(process)
            : Stream.concat(Stream.of(process), process.descendants());
    return processes
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
