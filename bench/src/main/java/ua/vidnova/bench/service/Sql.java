package ua.vidnova.bench.service;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements of the bench's own, beside the service. */
public final class Sql {

  private Sql() {}

  /** Executes a statement with its parameters, in their order. */
  public static void execute(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }
}
