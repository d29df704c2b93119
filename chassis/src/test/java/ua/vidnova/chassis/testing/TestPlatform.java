package ua.vidnova.chassis.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import ua.vidnova.localstack.kafka.KafkaBroker;
import ua.vidnova.localstack.kafka.Topic;
import ua.vidnova.localstack.postgres.PostgresServer;

/**
 * The PostgreSQL and the Kafka of this test JVM, started when first asked for. Their addresses are
 * kept as system properties, because tests and application are loaded by different class loaders.
 */
public final class TestPlatform {

  private static final String POSTGRES = "vidnova.test.postgres";
  private static final String POSTGRES_USER = "vidnova.test.postgres-user";
  private static final String POSTGRES_PASSWORD = "vidnova.test.postgres-password";
  private static final String KAFKA = "vidnova.test.kafka";
  private static final Object STARTING_POSTGRES = new Object();
  private static final Object STARTING_KAFKA = new Object();

  private TestPlatform() {}

  /**
   * A database of its own and the role that owns it.
   *
   * @param url JDBC address
   */
  public record TestDatabase(String url, String user, String password) {}

  /** Makes an empty database. */
  public static TestDatabase newDatabase() {
    startPostgres();
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    var admin = System.getProperty(POSTGRES);
    try (var connection =
            DriverManager.getConnection(
                admin, System.getProperty(POSTGRES_USER), System.getProperty(POSTGRES_PASSWORD));
        var statement = connection.createStatement()) {
      statement.execute("create role %s login password '%s'".formatted(name, name));
      statement.execute("create database %s owner %s".formatted(name, name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(admin.replaceFirst("/[^/]*$", "/" + name), name, name);
  }

  /** Kafka's address; all topics of contracts are there. */
  public static String bootstrapServers() {
    synchronized (STARTING_KAFKA) {
      if (System.getProperty(KAFKA) == null) {
        var broker = KafkaBroker.startForTests();
        broker.createTopics(Topic.fromContracts());
        System.setProperty(KAFKA, broker.bootstrapServers());
      }
      return System.getProperty(KAFKA);
    }
  }

  private static void startPostgres() {
    synchronized (STARTING_POSTGRES) {
      if (System.getProperty(POSTGRES) == null) {
        var superuser = PostgresServer.startForTests().superuser();
        System.setProperty(POSTGRES_USER, superuser.username());
        System.setProperty(POSTGRES_PASSWORD, superuser.password());
        System.setProperty(POSTGRES, superuser.jdbcUrl());
      }
    }
  }
}
