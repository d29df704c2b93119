package ua.vidnova.bench.medical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.bench.Group;
import ua.vidnova.bench.Result;
import ua.vidnova.bench.Result.Yardstick;
import ua.vidnova.bench.Run;
import ua.vidnova.bench.measure.Latencies;
import ua.vidnova.bench.measure.OpenLoop;
import ua.vidnova.bench.service.BenchService;
import ua.vidnova.bench.service.ProcessorTime;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.localstack.process.Interrupted;

/** Reading records, recording visits and reporting a month, among two million visits. */
public final class MedicalBench implements Group {
  private static final String DATABASE = "medical_bench";
  private static final String MEDIC = "bench-medic";

  /** Five visits of three residents. */
  private static final double VISITS_A_RESIDENT = 5 / 3.0;

  private static final int READS_A_SECOND = 50;
  private static final int VISITS_A_SECOND = 100;
  private static final int SECONDS = 30;
  private static final int WARM_UP_SECONDS = 10;
  private static final double READ_P95_MS = 50;
  private static final double RECORD_P95_MS = 100;
  private static final double REPORT_SECONDS = 2;
  private static final double MEMORY_MIB = 350;
  private static final int REPORTS = 5;
  private static final YearMonth MONTH = YearMonth.now(ZoneId.of("Europe/Kyiv")).minusMonths(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String name() {
    return "medical";
  }

  @Override
  public String tells() {
    return "records, visits and a month's report among 2 million visits; some minutes";
  }

  /** Somebody who may be visited. */
  private record Patient(UUID id, String settlement) {}

  @Override
  public List<Result> run(Run run) {
    int visits = (int) (run.residents() * VISITS_A_RESIDENT);
    try (var medical = new BenchService("medical")) {
      medical.dropDatabase(DATABASE);
      medical.startOn(DATABASE);
      medical.stopService();
      run.progress().printf("Making %,d visits of %,d residents%n", visits, run.residents());
      var trip = LoadVisits.trip(medical.database(), BenchService.OBLAST, MEDIC);
      LoadVisits.load(medical.database(), run.residents(), visits, trip, run.seed());
      medical.startOn(DATABASE);
      var patients = patients(medical);
      run.progress().println("Warming up");
      var warmUp = patients.subList(0, READS_A_SECOND * WARM_UP_SECONDS);
      read(medical, warmUp, MedicalBench::visitsOf);
      read(medical, warmUp, MedicalBench::everythingOf);
      record(medical, warmUp, trip);
      report(medical);
      var results = new ArrayList<Result>();
      try (var plain = new PlainVisits(medical.database())) {
        results.addAll(reads(medical, patients, plain, run));
        results.addAll(records(medical, patients, plain, trip, run));
        results.addAll(reports(medical, plain));
      }
      results.add(
          Result.atMost(
              "medical.memory",
              "MiB",
              MEMORY_MIB,
              (double) medical.peakResidentMib(),
              Yardstick.none("a peak, measured after the load")));
      medical.stopService();
      medical.dropDatabase(DATABASE);
      return results;
    }
  }

  private List<Result> reads(
      BenchService medical, List<Patient> patients, PlainVisits plain, Run run) {
    run.progress().printf("Reading records at %d/s for %d s%n", READS_A_SECOND, SECONDS);
    var asked = patients.subList(0, READS_A_SECOND * SECONDS);
    var limit = new Latencies();
    new OpenLoop(READS_A_SECOND)
        .run(
            asked,
            patient -> plain.read(patient.id()),
            (patient, done) -> limit.record(done.took(), done.ok()));
    var yardstick =
        Yardstick.of(limit.percentileMs(95), "visits, reasons, diagnoses, medicines by plain SQL");
    var results = new ArrayList<Result>();
    var visits = read(medical, asked, MedicalBench::visitsOf);
    results.add(p95("medical.record", READ_P95_MS, visits, yardstick));
    results.add(failures("medical.record.failures", visits));
    var processor = new ProcessorTime(medical);
    var everything = read(medical, asked, MedicalBench::everythingOf);
    results.add(p95("medical.everything", READ_P95_MS, everything, yardstick));
    results.add(failures("medical.everything.failures", everything));
    results.addAll(processor.forEach("medical.everything", everything.count()));
    return results;
  }

  private List<Result> records(
      BenchService medical, List<Patient> patients, PlainVisits plain, UUID trip, Run run) {
    run.progress().printf("Recording visits at %d/s for %d s%n", VISITS_A_SECOND, SECONDS);
    var visited = patients.subList(0, VISITS_A_SECOND * SECONDS);
    var limit = new Latencies();
    new OpenLoop(VISITS_A_SECOND)
        .run(
            visited,
            patient -> plain.write(patient.id()),
            (patient, done) -> limit.record(done.took(), done.ok()));
    var processor = new ProcessorTime(medical);
    var times = record(medical, visited, trip);
    var results = new ArrayList<Result>();
    results.add(
        p95(
            "medical.visit",
            RECORD_P95_MS,
            times,
            Yardstick.of(limit.percentileMs(95), "visit, reason and diagnosis by plain SQL")));
    results.add(failures("medical.visit.failures", times));
    results.addAll(processor.forEach("medical.visit", times.count()));
    return results;
  }

  private List<Result> reports(BenchService medical, PlainVisits plain) {
    double slowest = 0;
    double limit = 0;
    for (int i = 0; i < REPORTS; i++) {
      limit = Math.max(limit, plain.count(MONTH).toNanos() / 1e9);
      slowest = Math.max(slowest, report(medical));
    }
    return List.of(
        Result.atMost(
            "medical.report",
            "s",
            REPORT_SECONDS,
            slowest,
            Yardstick.of(limit, "the marked items of the month counted by plain SQL")));
  }

  /** Seconds that a month's report of the oblast takes. */
  private double report(BenchService medical) {
    long began = System.nanoTime();
    var path =
        "daily-reports?territory=%s&from=%s&to=%s"
            .formatted(BenchService.OBLAST, MONTH.atDay(1), MONTH.atEndOfMonth());
    try {
      var answer =
          http.send(
              medical
                  .request(path, medical.token(Roles.COORDINATOR))
                  .header("Accept", "application/json")
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "The report answers %d: %s".formatted(answer.statusCode(), answer.body()));
      }
      return (System.nanoTime() - began) / 1e9;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    }
  }

  private static String visitsOf(Patient patient) {
    return "visits?residentId=" + patient.id();
  }

  private static String everythingOf(Patient patient) {
    return "../fhir/R4/Patient/" + patient.id() + "/$everything";
  }

  private Latencies read(
      BenchService medical, List<Patient> patients, Function<Patient, String> path) {
    var token = medical.token(Roles.MEDIC);
    var times = new Latencies();
    new OpenLoop(READS_A_SECOND)
        .run(
            patients,
            patient ->
                http.sendAsync(
                        medical.request(path.apply(patient), token).build(),
                        BodyHandlers.discarding())
                    .thenApply(answer -> answer.statusCode() == 200),
            (patient, done) -> times.record(done.took(), done.ok()));
    return times;
  }

  private Latencies record(BenchService medical, List<Patient> patients, UUID trip) {
    var token = medical.token(Roles.MEDIC);
    var times = new Latencies();
    var bodies = patients.stream().map(patient -> visit(patient, trip)).toList();
    new OpenLoop(VISITS_A_SECOND)
        .run(
            bodies,
            body ->
                http.sendAsync(post(medical, token, body), BodyHandlers.discarding())
                    .thenApply(answer -> answer.statusCode() == 201),
            (body, done) -> times.record(done.took(), done.ok()));
    return times;
  }

  private static HttpRequest post(BenchService medical, String token, String body) {
    return medical
        .request("visits", token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String visit(Patient patient, UUID trip) {
    var start = Instant.now().minus(1, ChronoUnit.HOURS);
    var visit =
        Map.ofEntries(
            Map.entry("id", Ids.newId()),
            Map.entry("residentId", patient.id()),
            Map.entry("tripId", trip),
            Map.entry("settlement", patient.settlement()),
            Map.entry("startedAt", start.toString()),
            Map.entry("endedAt", start.plus(20, ChronoUnit.MINUTES).toString()),
            Map.entry("consent", "GIVEN"),
            Map.entry("identityEvidence", "ORIGINAL"),
            Map.entry("complaint", "Болить голова з ранку"),
            Map.entry("vitals", Map.of("temperatureC", 36.6, "systolicMmHg", 130)),
            Map.entry("reasons", List.of(Map.of("code", "N01"))),
            Map.entry(
                "diagnoses",
                List.of(
                    Map.of(
                        "role", "PRIMARY",
                        "code", "K86",
                        "clinicalStatus", "ACTIVE",
                        "verificationStatus", "CONFIRMED"))),
            Map.entry("mdsItems", List.of(29)),
            Map.entry("relationToEvent", "NONE"),
            Map.entry("outcome", Map.of("kind", "TREATED")));
    try {
      return JSON.writeValueAsString(visit);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As many as are asked for or visited, from all over the table. */
  private static List<Patient> patients(BenchService medical) {
    int wanted = VISITS_A_SECOND * SECONDS;
    try (var connection = medical.database().connect();
        var query =
            connection.prepareStatement(
                "select id, settlement from resident"
                    + " where hashtext(id::text) % (select greatest(1, count(*) / ?) from resident)"
                    + " = 0 limit ?")) {
      query.setInt(1, 2 * wanted);
      query.setInt(2, wanted);
      var patients = new ArrayList<Patient>();
      var rows = query.executeQuery();
      while (rows.next()) {
        patients.add(new Patient(rows.getObject(1, UUID.class), rows.getString(2)));
      }
      if (patients.size() < wanted) {
        throw new IllegalStateException("Too few residents: take more");
      }
      return patients;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Result p95(String name, double budget, Latencies times, Yardstick yardstick) {
    return Result.atMost(name + ".p95", "ms", budget, times.percentileMs(95), yardstick);
  }

  private static Result failures(String name, Latencies times) {
    return Result.atMost(
        name, "requests", 0, (double) times.failures(), Yardstick.none("of " + times.count()));
  }
}
