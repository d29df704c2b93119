package ua.vidnova.localstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ua.vidnova.localstack.process.Command;
import ua.vidnova.localstack.process.Home;
import ua.vidnova.localstack.process.Port;
import ua.vidnova.localstack.process.Server;
import ua.vidnova.localstack.process.ServerProcess;
import ua.vidnova.localstack.process.TestHome;

/**
 * A PostgreSQL server on the loopback address, one database and one owner per service. Passwords
 * are the home's {@link ua.vidnova.localstack.process.Secrets}, under the owner's name.
 */
public final class PostgresServer extends Server {
  private static final String SUPERUSER = "postgres";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final Port port;
  private final Durability durability;
  private final Scale scale;

  /** What a crash may cost. Either way a killed server loses no committed transaction. */
  public enum Durability {
    /** Survives a loss of power. */
    FSYNC("on"),
    /** Faster; a loss of power may spoil the data. For tests. */
    NO_FSYNC("off");

    private final String setting;

    Durability(String setting) {
      this.setting = setting;
    }
  }

  /** How much data is at hand in memory, and how much may be written between two checkpoints. */
  public enum Scale {
    /** For a developer's machine with everything else on it. */
    SMALL("128MB", "1GB"),
    /** For an oblast's data, as an operator would set it. */
    LARGE("1GB", "8GB");

    private final String sharedBuffers;
    private final String walMax;

    Scale(String sharedBuffers, String walMax) {
      this.sharedBuffers = sharedBuffers;
      this.walMax = walMax;
    }
  }

  public PostgresServer(Home home, Port port, Durability durability) {
    this(home, port, durability, Scale.SMALL);
  }

  public PostgresServer(Home home, Port port, Durability durability, Scale scale) {
    super(home, "postgres");
    this.port = port;
    this.durability = durability;
    this.scale = scale;
  }

  /** A running server with fresh data on a free port, which ends with this JVM. */
  public static PostgresServer startForTests() {
    PostgresServer server =
        new PostgresServer(
            TestHome.create(), Port.free("PostgreSQL for tests"), Durability.NO_FSYNC);
    server.start();
    return server;
  }

  /**
   * The database {@code name} and the role of that name, who owns it; both are made if they are not
   * there.
   *
   * @param name a lower-case identifier
   */
  public Database createDatabase(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a database name: " + name);
    }
    Database database = database(name);
    try (Connection connection = superuser().connect();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
        statement.execute(
            "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, database.password()));
      }
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
        statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
        statement.execute("REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(name));
      }
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create the database " + name, e);
    }
  }

  /** Removes the database, its content and the sessions in it; its role stays. */
  public void dropDatabase(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a database name: " + name);
    }
    try (Connection connection = superuser().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot drop the database " + name, e);
    }
  }

  /** How the owner of the database {@code name} reaches it, whether it is there yet or not. */
  public Database database(String name) {
    return new Database(jdbcUrl(name), name, home().secrets().get(name));
  }

  /** The maintenance database, as the server's superuser. */
  public Database superuser() {
    return new Database(jdbcUrl("postgres"), SUPERUSER, home().secrets().get(SUPERUSER));
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + address() + "/" + database;
  }

  @Override
  public String address() {
    return "localhost:" + port.number();
  }

  @Override
  public List<Port> ports() {
    return List.of(port);
  }

  @Override
  public boolean isReady() {
    Database superuser = superuser();
    String impatient = superuser.jdbcUrl() + "?connectTimeout=2&socketTimeout=2";
    try (Connection connection =
        DriverManager.getConnection(impatient, superuser.username(), superuser.password())) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  @Override
  protected Launch prepare() throws IOException {
    PostgresPrograms programs = PostgresPrograms.unpacked();
    Path data = home().data("postgres");
    if (Files.notExists(data)) {
      initialise(programs, data);
    }
    Stream<String> settings =
        Stream.of(
                "listen_addresses=127.0.0.1",
                "port=" + port.number(),
                "unix_socket_directories=",
                "max_connections=250",
                "shared_buffers=" + scale.sharedBuffers,
                "max_wal_size=" + scale.walMax,
                "fsync=" + durability.setting,
                "full_page_writes=" + durability.setting,
                "timezone=UTC",
                "log_timezone=UTC",
                "log_line_prefix=%m [%p] %q%u@%d ")
            .flatMap(setting -> Stream.of("-c", setting));
    return new Launch(
        programs.command("postgres", Stream.concat(Stream.of("-D", data.toString()), settings)),
        Map.of(),
        home().folder());
  }

  @Override
  protected ServerProcess.Signal stopSignal() {
    return ServerProcess.Signal.INT;
  }

  private void initialise(PostgresPrograms programs, Path data) throws IOException {
    Files.createDirectories(data.getParent());
    Path fresh = Files.createTempDirectory(data.getParent(), "postgres.new");
    List<String> command =
        programs.command(
            "initdb",
            Stream.of(
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + home().secrets().file(SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                durability == Durability.FSYNC ? "--sync-method=fsync" : "--no-sync"));
    Command.run(command);
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }
}
