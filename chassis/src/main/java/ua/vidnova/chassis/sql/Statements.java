package ua.vidnova.chassis.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Statements that are run once, and what their rows say, by plain JDBC. */
public final class Statements {

  private Statements() {}

  /**
   * Runs a statement with its parameters in their order, of types that the driver knows.
   *
   * @return how many rows it changed; 0 for a query, of which only the locks are wanted
   */
  public static int execute(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.execute() ? 0 : statement.getUpdateCount();
    }
  }

  /** The instant of a column of the current row; null when there is none. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
