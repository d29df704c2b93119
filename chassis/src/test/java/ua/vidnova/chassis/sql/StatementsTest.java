package ua.vidnova.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.TestPlatform;

class StatementsTest {

  private static final Timestamp NOON = Timestamp.from(Instant.parse("2026-11-22T12:00:00Z"));

  private Connection connection;

  @BeforeEach
  void a_table_of_two_rows() throws SQLException {
    var made = TestPlatform.newDatabase();
    connection = DriverManager.getConnection(made.url(), made.user(), made.password());
    Statements.execute(connection, "create table thing (id int primary key, at timestamptz)");
    Statements.execute(connection, "insert into thing values (?, ?), (?, ?)", 1, NOON, 2, null);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void tells_how_many_rows_changed() throws SQLException {
    var raise = "update thing set id = id + 10 where id >= ?";
    assertThat(Statements.execute(connection, raise, 1)).isEqualTo(2);
    assertThat(Statements.execute(connection, raise, 12)).isEqualTo(1);
    assertThat(Statements.execute(connection, raise, 99)).isZero();
  }

  @Test
  void a_query_changes_none() throws SQLException {
    assertThat(Statements.execute(connection, "select from thing for update")).isZero();
  }

  @Test
  void what_the_database_refuses_is_thrown() {
    assertThatThrownBy(
            () -> Statements.execute(connection, "insert into thing values (?, ?)", 1, null))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void an_instant_may_be_missing() throws SQLException {
    try (var query = connection.prepareStatement("select at from thing order by id")) {
      var rows = query.executeQuery();
      rows.next();
      assertThat(Statements.instant(rows, "at")).isEqualTo(NOON.toInstant());
      rows.next();
      assertThat(Statements.instant(rows, "at")).isNull();
    }
  }
}
