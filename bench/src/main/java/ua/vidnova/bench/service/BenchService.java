package ua.vidnova.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import ua.vidnova.localstack.kafka.KafkaBroker;
import ua.vidnova.localstack.kafka.Topic;
import ua.vidnova.localstack.postgres.Database;
import ua.vidnova.localstack.postgres.PostgresServer;
import ua.vidnova.localstack.postgres.PostgresServer.Durability;
import ua.vidnova.localstack.postgres.PostgresServer.Scale;
import ua.vidnova.localstack.process.FileTree;
import ua.vidnova.localstack.process.Home;
import ua.vidnova.localstack.process.Port;
import ua.vidnova.localstack.service.QuarkusService;

/**
 * A service of the bench's own: PostgreSQL with fsync, Kafka and the service, on free ports and in
 * a folder apart from the developer's data. PostgreSQL's data stay for the next run. The service
 * has the heap of the local stack and is compiled to its best, as in production; the local stack
 * itself gives up some of that speed for a quick start.
 */
public final class BenchService implements AutoCloseable {
  public static final String OBLAST = "UA44000000000018893";

  private final String name;
  private final StaffTokens tokens = new StaffTokens();
  private final PostgresServer postgres;
  private final KafkaBroker kafka;
  private final QuarkusService service;
  private final Thread atEnd = new Thread(this::stop);
  private Database database;

  /** One of the services by the name of its database, such as {@code registry}. */
  public BenchService(String name) {
    this.name = name;
    var home = home();
    Iterator<Integer> free = Port.freeNumbers(4).iterator();
    postgres = new PostgresServer(home, port(free, "PostgreSQL"), Durability.FSYNC, Scale.LARGE);
    kafka =
        new KafkaBroker(
            home, port(free, "Kafka"), port(free, "Kafka's controller"), Topic.fromContracts());
    var address = port(free, "the service");
    service =
        new QuarkusService(home, name, name + "-service", address, address, this::settings)
            .atPeakSpeed();
    stop();
    FileTree.delete(home.data("kafka"));
    Runtime.getRuntime().addShutdownHook(atEnd);
    postgres.start();
    kafka.start();
  }

  /** The folder of the bench, apart from the developer's. */
  public static Home home() {
    return new Home(Home.ofUser().folder().resolve("bench"));
  }

  private static Port port(Iterator<Integer> free, String of) {
    return new Port(free.next(), of + " of the bench", "");
  }

  private Map<String, String> settings() {
    return Map.of(
        "VIDNOVA_FHIR_ISSUER", "http://localhost/no-realm",
        "QUARKUS_HTTP_HOST", "localhost",
        "QUARKUS_HTTP_PORT", Integer.toString(service.ports().getFirst().number()),
        "QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKey(),
        "QUARKUS_OIDC_DPOP_PUBLIC_KEY", tokens.publicKey(),
        "QUARKUS_OIDC_AUTH_SERVER_URL", "",
        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
        "QUARKUS_DATASOURCE_USERNAME", database.username(),
        "QUARKUS_DATASOURCE_PASSWORD", database.password(),
        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
  }

  /** Starts the service on a database, which is made if it is not there; it brings the schema. */
  public void startOn(String databaseName) {
    database = postgres.createDatabase(databaseName);
    service.start();
  }

  public void stopService() {
    service.stop();
  }

  /** The database that the service was last started on. */
  public Database database() {
    return database;
  }

  /** A copy of the database of the stopped service, under another name. */
  public Database copyOfDatabase(String name) {
    postgres.dropDatabase(name);
    execute(
        "create database %s template %s owner %s"
            .formatted(name, database.username(), database.username()));
    return new Database(postgres.jdbcUrl(name), database.username(), database.password());
  }

  public void dropDatabase(String name) {
    postgres.dropDatabase(name);
  }

  private void execute(String sql) {
    try (var connection = postgres.superuser().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public ProcessHandle serviceProcess() {
    return service.process().handle().orElseThrow();
  }

  public ProcessHandle postgresProcess() {
    return postgres.process().handle().orElseThrow();
  }

  /** The greatest memory that the service has occupied since its start, in MiB. */
  public long peakResidentMib() {
    long pid = serviceProcess().pid();
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A token of a member of staff of the whole oblast, whose territories are the widest there are.
   */
  public String token(String role) {
    return tokens.of(role, OBLAST);
  }

  public HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(service.address() + "/api/" + name + "/v1/" + path))
        .header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(atEnd);
  }

  private void stop() {
    service.stop();
    kafka.stop();
    postgres.stop();
  }
}
