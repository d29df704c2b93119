package ua.vidnova.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresServerTest {
  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = PostgresServer.startForTests();
  }

  @Test
  void keeps_committed_rows_over_a_stop_and_a_kill() throws SQLException {
    Database database = server.createDatabase("kept");
    execute(database, "CREATE TABLE fact (id int)");
    execute(database, "INSERT INTO fact VALUES (1)");

    server.restart();
    execute(database, "INSERT INTO fact VALUES (2)");
    server.kill();
    assertThat(server.isReady()).isFalse();
    server.start();

    assertThat(count(database, "fact")).isEqualTo(2);
  }

  @Test
  void lets_an_owner_into_its_own_database_only() {
    Database mine = server.createDatabase("mine");
    Database other = server.createDatabase("other");

    assertThat(server.createDatabase("mine")).isEqualTo(mine);
    assertThatThrownBy(
            () -> DriverManager.getConnection(other.jdbcUrl(), mine.username(), mine.password()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> DriverManager.getConnection(mine.jdbcUrl(), mine.username(), "guessed"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("authentication failed");
  }

  @Test
  void has_the_extensions_that_search_and_matching_need() throws SQLException {
    Database database = server.createDatabase("extended");

    for (String extension : new String[] {"pg_trgm", "unaccent", "fuzzystrmatch", "btree_gin"}) {
      execute(database, "CREATE EXTENSION " + extension);
    }
    execute(database, "CREATE TABLE name (value text COLLATE \"uk-UA-x-icu\")");
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(Database database, String table) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
