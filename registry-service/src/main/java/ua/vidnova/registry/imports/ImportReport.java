package ua.vidnova.registry.imports;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * What was found wrong in the lines of an import: all of it counted, the first findings kept. It
 * says line, field and reason, and never what stood there.
 */
@ApplicationScoped
public class ImportReport {

  private static final String COUNT =
      "insert into list_import_tally as t (import_id, code, omission, lines)"
          + " select ?, code, omission, count(distinct line)"
          + " from unnest(?::bigint[], ?::text[], ?::bool[]) as f (line, code, omission)"
          + " group by code, omission"
          + " on conflict (import_id, code, omission) do update set lines = t.lines + excluded.lines";
  private static final String KEEP =
      "insert into list_import_finding (import_id, line, field, code, omission)"
          + " select ?, line, field, code, omission"
          + " from unnest(?::bigint[], ?::text[], ?::bool[], ?::text[])"
          + "   as f (line, code, omission, field)"
          + " on conflict do nothing";

  private final AgroalDataSource database;
  private final int kept;

  @Inject
  ImportReport(AgroalDataSource database, ImportConfig config) {
    this.database = database;
    this.kept = config.findingsKept();
  }

  /** How many lines were refused, or lost a value, for one reason. */
  public record Tally(LineRefusal why, boolean omission, long lines) {}

  /** Adds what was found in a chunk, in the connection's transaction. */
  void add(Connection connection, UUID importId, List<Finding> findings) throws SQLException {
    if (findings.isEmpty()) {
      return;
    }
    try (var count = connection.prepareStatement(COUNT)) {
      bind(connection, count, importId, findings);
      count.executeUpdate();
    }
    var room = kept - countKept(connection, importId);
    if (room > 0) {
      var first = findings.subList(0, Math.min(room, findings.size()));
      try (var keep = connection.prepareStatement(KEEP)) {
        bind(connection, keep, importId, first);
        keep.setArray(5, array(connection, "text", first, Finding::field));
        keep.executeUpdate();
      }
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, UUID importId, List<Finding> findings)
      throws SQLException {
    statement.setObject(1, importId);
    statement.setArray(2, array(connection, "bigint", findings, Finding::line));
    statement.setArray(3, array(connection, "text", findings, finding -> finding.why().name()));
    statement.setArray(4, array(connection, "bool", findings, Finding::omission));
  }

  private static java.sql.Array array(
      Connection connection, String type, List<Finding> findings, Function<Finding, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, findings.stream().map(value).toArray());
  }

  private static int countKept(Connection connection, UUID importId) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select count(*) from list_import_finding where import_id = ?")) {
      query.setObject(1, importId);
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }

  /** The reasons, the commonest first. */
  public List<Tally> tallies(UUID importId) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select code, omission, lines from list_import_tally where import_id = ?"
                    + " order by lines desc, code")) {
      query.setObject(1, importId);
      var rows = query.executeQuery();
      var tallies = new ArrayList<Tally>();
      while (rows.next()) {
        tallies.add(
            new Tally(LineRefusal.valueOf(rows.getString(1)), rows.getBoolean(2), rows.getLong(3)));
      }
      return tallies;
    } catch (SQLException e) {
      throw new IllegalStateException("The report of an import could not be read", e);
    }
  }

  /** Findings behind a position, in the order of lines. */
  public List<Finding> findings(UUID importId, long afterLine, String afterField, int limit) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select line, field, code, omission from list_import_finding where import_id = ?"
                    + " and (line, field || code) > (?, ?) order by line, field || code limit ?")) {
      query.setObject(1, importId);
      query.setLong(2, afterLine);
      query.setString(3, afterField);
      query.setInt(4, limit);
      var rows = query.executeQuery();
      var findings = new ArrayList<Finding>();
      while (rows.next()) {
        findings.add(
            new Finding(
                rows.getLong(1),
                rows.getString(2),
                LineRefusal.valueOf(Objects.requireNonNull(rows.getString(3))),
                rows.getBoolean(4)));
      }
      return findings;
    } catch (SQLException e) {
      throw new IllegalStateException("The findings of an import could not be read", e);
    }
  }
}
