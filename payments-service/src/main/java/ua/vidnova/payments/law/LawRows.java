package ua.vidnova.payments.law;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes proposed lines, and what an approval makes of the values that stand. */
@ApplicationScoped
class LawRows {

  private final AgroalDataSource database;

  @Inject
  LawRows(AgroalDataSource database) {
    this.database = database;
  }

  void insertLines(UUID proposalId, List<LawLine> lines) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into law_proposal_line (proposal_id, line, code, dimension, value, act,"
                    + " article, source, valid_from, valid_to)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (var line : lines) {
        insert.setObject(1, proposalId);
        insert.setInt(2, line.line());
        insert.setString(3, line.code().name());
        insert.setString(4, line.dimension());
        insert.setBigDecimal(5, line.value());
        insert.setString(6, line.act());
        insert.setString(7, line.article());
        insert.setString(8, line.source());
        insert.setObject(9, line.validFrom());
        insert.setObject(10, line.validTo());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("Proposed values could not be written", e);
    }
  }

  List<LawLine> listLines(UUID proposalId) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select * from law_proposal_line where proposal_id = ? order by line")) {
      query.setObject(1, proposalId);
      var rows = query.executeQuery();
      var lines = new ArrayList<LawLine>();
      while (rows.next()) {
        lines.add(
            new LawLine(
                rows.getInt("line"),
                LawCode.valueOf(rows.getString("code")),
                rows.getString("dimension"),
                rows.getBigDecimal("value"),
                rows.getString("act"),
                rows.getString("article"),
                rows.getString("source"),
                rows.getObject("valid_from", LocalDate.class),
                rows.getObject("valid_to", LocalDate.class)));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException("Proposed values could not be read", e);
    }
  }

  void apply(LawCorrectionRule.Correction correction, UUID proposalId, Instant at) {
    try (var connection = database.getConnection()) {
      try (var replace =
          connection.prepareStatement("update law_value set replaced_at = ? where id = any(?)")) {
        replace.setTimestamp(1, Timestamp.from(at));
        replace.setArray(2, connection.createArrayOf("uuid", correction.replaced().toArray()));
        replace.executeUpdate();
      }
      insert(connection, correction.added(), proposalId, at);
    } catch (SQLException e) {
      throw new IllegalStateException("Values of law could not be put in force", e);
    }
  }

  private static void insert(
      Connection connection, List<LawValue> values, UUID proposalId, Instant at)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into law_value (id, code, dimension, value, unit, act, article, source,"
                + " valid_from, valid_to, proposal_id, recorded_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (var value : values) {
        insert.setObject(1, value.id());
        insert.setString(2, value.code().name());
        insert.setString(3, value.dimension());
        insert.setBigDecimal(4, value.value());
        insert.setString(5, value.code().unit().name());
        insert.setString(6, value.act());
        insert.setString(7, value.article());
        insert.setString(8, value.source());
        insert.setObject(9, value.validFrom());
        insert.setObject(10, value.validTo());
        insert.setObject(11, proposalId);
        insert.setTimestamp(12, Timestamp.from(at));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
