package ua.vidnova.bench.registry;

import java.time.Duration;
import java.util.List;
import ua.vidnova.bench.Group;
import ua.vidnova.bench.Result;
import ua.vidnova.bench.Result.Yardstick;
import ua.vidnova.bench.Run;
import ua.vidnova.bench.service.BenchService;

/** Fills the bench's registry anew, for the groups that measure with many residents. */
public final class LoadBench implements Group {

  @Override
  public String name() {
    return "load";
  }

  @Override
  public String tells() {
    return "fills the bench's registry with invented residents; some minutes";
  }

  @Override
  public List<Result> run(Run run) {
    try (var registry = new BenchService("registry")) {
      return List.of(rate(run, new LoadedResidents(registry, run).load()));
    }
  }

  static Result rate(Run run, Duration took) {
    return Result.shown(
        "load.rate",
        "residents/s",
        run.residents() / (took.toMillis() / 1000.0),
        Yardstick.none("it is itself the plain COPY"));
  }
}
