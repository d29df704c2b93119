package ua.vidnova.payments.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Proves that the books hold together, or names the first invariant that is broken, and where. */
@ApplicationScoped
public class VerifyLedger {

  private static final String COUNTS =
      """
      select (select count(*) from ledger_account), (select count(*) from ledger_entry),
             (select count(*) from payable_unit), (select count(*) from instruction),
             (select count(*) from batch), (select count(*) from payment_run)
      """;

  private final AgroalDataSource database;

  @Inject
  VerifyLedger(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * What was found.
   *
   * @param firstBreak absent when the books are intact
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Verification(boolean intact, Counts checked, Break firstBreak) {}

  /** How much was looked at. */
  public record Counts(
      long accounts, long entries, long units, long instructions, long batches, long runs) {}

  /**
   * An invariant that does not hold.
   *
   * @param where ids and sums by their names; never a name or number of a person
   */
  public record Break(Invariant invariant, String meaning, Map<String, String> where) {}

  /** Looks at all in one snapshot, so that work under way does not look like a break. */
  public Verification verify() {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      try {
        return verify(connection);
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  static Verification verify(Connection connection) throws SQLException {
    var firstBreak = firstBreak(connection);
    return new Verification(firstBreak.isEmpty(), counts(connection), firstBreak.orElse(null));
  }

  private static Optional<Break> firstBreak(Connection connection) throws SQLException {
    for (var invariant : Invariant.values()) {
      try (var query = connection.prepareStatement(invariant.firstBreak())) {
        var row = query.executeQuery();
        if (row.next()) {
          var where = new LinkedHashMap<String, String>();
          var columns = row.getMetaData();
          for (var i = 1; i <= columns.getColumnCount(); i++) {
            where.put(columns.getColumnLabel(i), row.getString(i));
          }
          return Optional.of(new Break(invariant, invariant.meaning(), where));
        }
      }
    }
    return Optional.empty();
  }

  private static Counts counts(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement(COUNTS)) {
      var row = query.executeQuery();
      row.next();
      return new Counts(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6));
    }
  }
}
