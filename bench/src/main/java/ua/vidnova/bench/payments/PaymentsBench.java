package ua.vidnova.bench.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import ua.vidnova.bench.Group;
import ua.vidnova.bench.Result;
import ua.vidnova.bench.Result.Yardstick;
import ua.vidnova.bench.Run;
import ua.vidnova.bench.service.BenchService;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.localstack.demo.ResumedAwards;
import ua.vidnova.localstack.postgres.Database;
import ua.vidnova.localstack.process.Deadline;
import ua.vidnova.localstack.process.Interrupted;

/** A payment run from the approval to its last shard, against the same rows by plain SQL. */
public final class PaymentsBench implements Group {
  private static final int AWARDS_MAX = 500_000;
  private static final double SECONDS_MAX = 120;
  private static final double RATIO_MAX = 3;
  private static final double MEMORY_MIB = 350;
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final String DATABASE = "payments_run";
  private static final String PLAIN = "payments_plain";
  private static final YearMonth PERIOD = YearMonth.now(ZoneId.of("Europe/Kyiv"));
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String name() {
    return "payments";
  }

  @Override
  public String tells() {
    return "a payment run of 500,000 awards (--residents N for fewer); some minutes";
  }

  @Override
  public List<Result> run(Run run) {
    int awards = Math.min(run.residents(), AWARDS_MAX);
    try (var payments = new BenchService("payments")) {
      payments.dropDatabase(DATABASE);
      payments.startOn(DATABASE);
      payments.stopService();
      run.progress().printf("Making %,d awards%n", awards);
      ResumedAwards.make(payments.database(), awards, PERIOD.atDay(1));
      var plainDatabase = payments.copyOfDatabase(PLAIN);
      payments.startOn(DATABASE);

      long began = System.nanoTime();
      var path = "runs/" + propose(payments).path("id").asText();
      double proposed = seconds(began);
      run.progress().printf("Proposed in %.1f s%n", proposed);
      began = System.nanoTime();
      send(
          payments
              .request(path + "/approval", payments.token(Roles.PAYMENTS_APPROVER))
              .POST(BodyPublishers.noBody()),
          200);
      var executed = awaitExecuted(payments, path, run);
      double seconds = seconds(began);
      requireAll(executed, payments.database(), awards);
      long peak = payments.peakResidentMib();
      payments.stopService();

      run.progress().println("Inserting the same rows by plain SQL");
      double plain = PlainRun.insert(plainDatabase, PERIOD.atDay(1)).toMillis() / 1000.0;
      payments.dropDatabase(PLAIN);
      payments.dropDatabase(DATABASE);
      return results(proposed, seconds, plain, peak);
    }
  }

  private static List<Result> results(double proposed, double seconds, double plain, long peak) {
    var yardstick = Yardstick.of(plain, "the same rows by plain SQL, without triggers");
    return List.of(
        Result.shown("payments.proposal", "s", proposed, Yardstick.none("one look at all awards")),
        Result.atMost("payments.run", "s", SECONDS_MAX, seconds, yardstick),
        Result.atMost(
            "payments.run.ratio",
            "times plain SQL",
            RATIO_MAX,
            seconds / plain,
            Yardstick.none("the line above")),
        Result.atMost(
            "payments.memory",
            "MiB",
            MEMORY_MIB,
            (double) peak,
            Yardstick.none("the service's peak")));
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }

  private JsonNode propose(BenchService payments) {
    return send(
        payments
            .request("runs", payments.token(Roles.PAYMENTS_OFFICER))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"period\":\"%s\"}".formatted(PERIOD))),
        201);
  }

  private JsonNode awaitExecuted(BenchService payments, String path, Run run) {
    var token = payments.token(Roles.PAYMENTS_OFFICER);
    var latest = new AtomicReference<JsonNode>();
    var told = new AtomicReference<>(0L);
    boolean executed =
        Deadline.in(PATIENCE)
            .await(
                () -> {
                  latest.set(send(payments.request(path, token), 200));
                  var progress = latest.get().path("progress");
                  long done = progress.path("shardsDone").asLong();
                  if (done > told.getAndSet(done)) {
                    run.progress().printf("  %d of %s shards%n", done, progress.path("shards"));
                  }
                  return latest.get().path("state").asText().equals("EXECUTED");
                });
    if (!executed) {
      throw new IllegalStateException("The run was not executed within " + PATIENCE);
    }
    return latest.get();
  }

  /** A run that sends too little is no measurement. */
  private static void requireAll(JsonNode run, Database database, int awards) {
    long sent = run.path("instructions").asLong();
    try (var connection = database.connect();
        var query = connection.prepareStatement("select count(*) from ledger_entry")) {
      var row = query.executeQuery();
      row.next();
      if (sent != awards || row.getLong(1) != 2L * awards) {
        throw new IllegalStateException(
            "%d awards, %d instructions, %d entries".formatted(awards, sent, row.getLong(1)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode send(HttpRequest.Builder request, int expected) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new IllegalStateException(
            "Payments answers " + answer.statusCode() + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    }
  }
}
