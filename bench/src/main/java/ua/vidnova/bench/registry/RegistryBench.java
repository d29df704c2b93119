package ua.vidnova.bench.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import ua.vidnova.bench.Group;
import ua.vidnova.bench.Result;
import ua.vidnova.bench.Result.Yardstick;
import ua.vidnova.bench.Run;
import ua.vidnova.bench.measure.Latencies;
import ua.vidnova.bench.measure.OpenLoop;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Population;
import ua.vidnova.bench.registry.Questions.Kind;
import ua.vidnova.bench.registry.Questions.Question;
import ua.vidnova.bench.registry.RegistryRows.Row;
import ua.vidnova.bench.service.BenchService;
import ua.vidnova.bench.service.ProcessorTime;
import ua.vidnova.chassis.access.Roles;

/**
 * Search and registration over the registry's own API, as a registrar of the whole oblast, at a
 * fixed rate; the gateway is not between.
 */
public final class RegistryBench implements Group {
  private static final int SEARCHES_A_SECOND = 50;
  private static final int REGISTRATIONS_A_SECOND = 100;
  private static final int SECONDS = 60;
  private static final int WARM_UP_SECONDS = 45;
  private static final double SEARCH_P95_MS = 60;
  private static final double REGISTER_P95_MS = 100;
  private static final double MEMORY_MIB = 350;
  private static final double START_SECONDS = 4;
  private static final int PEOPLE_ASKED_FOR = 5_000;

  /** Serials of РНОКПП that the loaded residents do not reach. */
  private static final int SERIALS_OF_NEWCOMERS = 2_500;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public String tells() {
    return "search and registration among many residents; loads them if needed";
  }

  @Override
  public List<Result> run(Run run) {
    try (var registry = new BenchService("registry")) {
      var results = new ArrayList<Result>();
      var residents = new LoadedResidents(registry, run);
      residents.ensure().ifPresent(took -> results.add(LoadBench.rate(run, took)));
      results.add(startOf(registry));
      var questions = questions(residents, run);
      var newcomers = newcomers(registry, run);
      run.progress().println("Warming up");
      search(registry, questions.next(SEARCHES_A_SECOND * WARM_UP_SECONDS));
      register(registry, newcomers.warmUp());
      results.addAll(searches(registry, questions, run));
      results.addAll(registrations(registry, newcomers, run));
      results.add(
          Result.atMost(
              "registry.memory",
              "MiB",
              MEMORY_MIB,
              (double) registry.peakResidentMib(),
              Yardstick.none("a peak, measured after the load")));
      return results;
    }
  }

  private static Result startOf(BenchService registry) {
    registry.stopService();
    long began = System.nanoTime();
    registry.startOn(LoadedResidents.DATABASE);
    return Result.atMost(
        "registry.start",
        "s",
        START_SECONDS,
        (System.nanoTime() - began) / 1e9,
        Yardstick.none("from launch to ready"));
  }

  private List<Result> searches(BenchService registry, Questions questions, Run run) {
    run.progress().printf("Searching at %d/s for %d s%n", SEARCHES_A_SECOND, SECONDS);
    var processor = new ProcessorTime(registry);
    var found = search(registry, questions.next(SEARCHES_A_SECOND * SECONDS));
    var taken = processor.forEach("registry.search", found.all().count());
    var plain = new Latencies();
    try (var sql = new PlainSql(registry.database())) {
      new OpenLoop(SEARCHES_A_SECOND)
          .run(found.answers(), sql::read, (ids, done) -> plain.record(done.took(), done.ok()));
    }
    var results = new ArrayList<Result>();
    results.add(
        Result.atMost(
            "registry.search.p95",
            "ms",
            SEARCH_P95_MS,
            found.all().percentileMs(95),
            Yardstick.of(plain.percentileMs(95), "the rows found, by primary key")));
    results.add(shown("registry.search.p50", found.all().percentileMs(50)));
    results.add(shown("registry.search.p99", found.all().percentileMs(99)));
    results.add(failures("registry.search.failures", found.all()));
    results.addAll(taken);
    found
        .byKind()
        .forEach(
            (kind, times) ->
                results.add(
                    shown(
                        "registry.search."
                            + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                            + ".p95",
                        times.percentileMs(95))));
    return results;
  }

  private List<Result> registrations(BenchService registry, Newcomers newcomers, Run run) {
    run.progress().printf("Registering at %d/s for %d s%n", REGISTRATIONS_A_SECOND, SECONDS);
    var processor = new ProcessorTime(registry);
    var times = register(registry, newcomers.registered());
    var taken = processor.forEach("registry.register", times.count());
    var plain = new Latencies();
    try (var sql = new PlainSql(registry.database())) {
      List<List<Row>> rows =
          newcomers.inserted().stream().map(person -> RegistryRows.of(person).toList()).toList();
      new OpenLoop(REGISTRATIONS_A_SECOND)
          .run(rows, sql::insert, (row, done) -> plain.record(done.took(), done.ok()));
    }
    var results = new ArrayList<Result>();
    results.add(
        Result.atMost(
            "registry.register.p95",
            "ms",
            REGISTER_P95_MS,
            times.percentileMs(95),
            Yardstick.of(plain.percentileMs(95), "such rows inserted, without matching")));
    results.add(shown("registry.register.p50", times.percentileMs(50)));
    results.add(shown("registry.register.p99", times.percentileMs(99)));
    results.add(failures("registry.register.failures", times));
    results.addAll(taken);
    return results;
  }

  private static Result shown(String name, double ms) {
    return Result.shown(name, "ms", ms, Yardstick.none("see p95"));
  }

  private static Result failures(String name, Latencies times) {
    return Result.atMost(
        name, "requests", 0, (double) times.failures(), Yardstick.none("of " + times.count()));
  }

  /** Times of searches, and the residents whom each found. */
  private record Found(Latencies all, Map<Kind, Latencies> byKind, List<List<UUID>> answers) {}

  private Found search(BenchService registry, List<Question> questions) {
    var all = new Latencies();
    var byKind = new EnumMap<Kind, Latencies>(Kind.class);
    for (var kind : Kind.values()) {
      byKind.put(kind, new Latencies());
    }
    var token = registry.token(Roles.REGISTRAR);
    var answers = new ConcurrentLinkedQueue<List<UUID>>();
    new OpenLoop(SEARCHES_A_SECOND)
        .run(
            questions,
            question ->
                http.sendAsync(
                        registry.request(question.path(), token).build(), BodyHandlers.ofString())
                    .thenApply(
                        answer -> {
                          answers.add(ids(answer));
                          return answer.statusCode() == 200;
                        }),
            (question, done) -> {
              all.record(done.took(), done.ok());
              byKind.get(question.kind()).record(done.took(), done.ok());
            });
    byKind.values().removeIf(times -> times.count() == 0);
    return new Found(all, byKind, List.copyOf(answers));
  }

  private static List<UUID> ids(HttpResponse<String> answer) {
    try {
      var ids = new ArrayList<UUID>();
      JSON.readTree(answer.body())
          .path("items")
          .forEach(item -> ids.add(UUID.fromString(item.path("id").asText())));
      return ids;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Latencies register(BenchService registry, List<Person> people) {
    var token = registry.token(Roles.REGISTRAR);
    var times = new Latencies();
    var bodies =
        people.stream().map(person -> Registrations.json(Registrations.of(person))).toList();
    new OpenLoop(REGISTRATIONS_A_SECOND)
        .run(
            bodies,
            body -> register(registry.request("residents", token), body),
            (body, done) -> times.record(done.took(), done.ok()));
    return times;
  }

  private CompletionStage<Boolean> register(HttpRequest.Builder request, String body) {
    var post =
        request
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.sendAsync(post, BodyHandlers.discarding())
        .thenApply(answer -> answer.statusCode() == 201);
  }

  private static Questions questions(LoadedResidents residents, Run run) {
    int step = Math.max(1, run.residents() / PEOPLE_ASKED_FOR);
    var place = new AtomicLong();
    var asked = residents.people().filter(person -> place.getAndIncrement() % step == 0).toList();
    return new Questions(asked, new SplittableRandom(run.seed()));
  }

  /** People whom the registry does not know yet, by what is done with them. */
  private record Newcomers(List<Person> warmUp, List<Person> registered, List<Person> inserted) {}

  /** Not those whom an earlier run registered: the registry refuses a number for a second time. */
  private static Newcomers newcomers(BenchService registry, Run run) {
    int measured = REGISTRATIONS_A_SECOND * SECONDS;
    int warmUp = REGISTRATIONS_A_SECOND * WARM_UP_SECONDS;
    try (var connection = registry.database().connect();
        var query = connection.prepareStatement("select count(*) from resident")) {
      var row = query.executeQuery();
      row.next();
      long earlier = row.getLong(1);
      var known = numbers(connection);
      var people =
          new Population(run.seed(), earlier, SERIALS_OF_NEWCOMERS)
              .people(3L * (measured + warmUp))
              .filter(person -> !known.contains(person.rnokpp()))
              .limit(2L * measured + warmUp)
              .toList();
      return new Newcomers(
          people.subList(0, warmUp),
          people.subList(warmUp, warmUp + measured),
          people.subList(warmUp + measured, people.size()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> numbers(Connection connection) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select rnokpp from resident where substr(rnokpp, 6, 4)::int / 2 >= ?")) {
      query.setInt(1, SERIALS_OF_NEWCOMERS);
      var rows = query.executeQuery();
      var numbers = new HashSet<String>();
      while (rows.next()) {
        numbers.add(rows.getString(1));
      }
      return numbers;
    }
  }
}
