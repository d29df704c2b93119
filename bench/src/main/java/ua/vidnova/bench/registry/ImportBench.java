package ua.vidnova.bench.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import ua.vidnova.bench.Group;
import ua.vidnova.bench.Result;
import ua.vidnova.bench.Result.Yardstick;
import ua.vidnova.bench.Run;
import ua.vidnova.bench.people.Population;
import ua.vidnova.bench.service.BenchService;
import ua.vidnova.bench.service.ProcessorTime;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.localstack.process.Deadline;
import ua.vidnova.localstack.process.FileTree;
import ua.vidnova.localstack.process.Interrupted;

/** A list of many people through the registry's import, from sending the file to its last line. */
public final class ImportBench implements Group {
  private static final double RATE_MIN = 5_000;
  private static final double MEMORY_MIB = 350;
  private static final Duration PATIENCE = Duration.ofMinutes(40);
  private static final String DATABASE = "registry_import";
  private static final String EMPTY = "registry_plain";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String tells() {
    return "a list of many people through the import; some minutes, some GB of disk";
  }

  @Override
  public List<Result> run(Run run) {
    try (var registry = new BenchService("registry");
        var folder = new Scratch()) {
      registry.dropDatabase(DATABASE);
      registry.startOn(DATABASE);
      registry.stopService();
      var empty = registry.copyOfDatabase(EMPTY);
      registry.startOn(DATABASE);
      var list = folder.path().resolve("list.csv");
      run.progress().printf("Writing a list of %,d people, seed %d%n", run.residents(), run.seed());
      LegacyList.write(new Population(run.seed(), 0, 0).people(run.residents()), list);
      saveMapping(registry);
      var processor = new ProcessorTime(registry);
      long began = System.nanoTime();
      var end = imported(registry, list, run);
      double seconds = (System.nanoTime() - began) / 1e9;
      var taken = processor.forEach("import", run.residents());
      long peak = registry.peakResidentMib();
      registry.stopService();
      run.progress().println("Copying the same rows");
      var plain = SameRows.copy(registry.database(), empty, folder.path());
      registry.dropDatabase(EMPTY);
      registry.dropDatabase(DATABASE);
      var results = new ArrayList<>(results(run, end, seconds, peak, plain));
      results.addAll(taken);
      return results;
    }
  }

  private static List<Result> results(
      Run run, JsonNode end, double seconds, long peak, Duration plain) {
    long added = end.path("lines").path("added").asLong();
    return List.of(
        Result.atLeast(
            "import.rate",
            "residents/s",
            RATE_MIN,
            added / seconds,
            Yardstick.of(
                added / (plain.toMillis() / 1000.0), "plain COPY of the same rows, indexes last")),
        Result.atMost(
            "import.not-added",
            "lines",
            0,
            (double) run.residents() - added,
            Yardstick.none("every line is of a new person")),
        Result.atMost(
            "import.memory",
            "MiB",
            MEMORY_MIB,
            (double) peak,
            Yardstick.none("the service's peak")));
  }

  private void saveMapping(BenchService registry) {
    try {
      var mapping = JSON.writeValueAsString(LegacyList.mapping(BenchService.OBLAST));
      send(
          registry
              .request("import-mappings/bench", registry.token(Roles.ADMINISTRATOR))
              .header("Content-Type", "application/json")
              .PUT(BodyPublishers.ofString(mapping)),
          Set.of(200, 201));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the file and waits for the import to end well. */
  private JsonNode imported(BenchService registry, Path list, Run run) {
    var token = registry.token(Roles.ADMINISTRATOR);
    try {
      var received =
          send(
              registry
                  .request("imports?mapping=bench", token)
                  .header("Content-Type", "text/csv; charset=utf-8")
                  .POST(BodyPublishers.ofFile(list)),
              Set.of(202));
      var path = "imports/" + received.path("id").asText();
      var latest = new AtomicReference<JsonNode>();
      var worded = new AtomicReference<>(0L);
      boolean ended =
          Deadline.in(PATIENCE)
              .await(
                  () -> {
                    latest.set(send(registry.request(path, token), Set.of(200)));
                    long added = latest.get().path("lines").path("added").asLong();
                    if (added - worded.get() >= 100_000) {
                      worded.set(added);
                      run.progress().printf("  %,d residents%n", added);
                    }
                    return !Set.of("WAITING", "RUNNING").contains(state(latest.get()));
                  });
      if (!ended || !state(latest.get()).equals("DONE")) {
        throw new IllegalStateException("The import ended as " + state(latest.get()));
      }
      return latest.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String state(JsonNode view) {
    return view.path("state").asText();
  }

  private JsonNode send(HttpRequest.Builder request, Set<Integer> expected) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (!expected.contains(answer.statusCode())) {
        throw new IllegalStateException(
            "The registry answers " + answer.statusCode() + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    }
  }

  /** A folder beside the bench's data, gone when closed. */
  private record Scratch(Path path) implements AutoCloseable {

    Scratch() {
      this(BenchService.home().folder().resolve("scratch"));
      try {
        close();
        Files.createDirectories(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      FileTree.delete(path);
    }
  }
}
