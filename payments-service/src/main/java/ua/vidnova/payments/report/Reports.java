package ua.vidnova.payments.report;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.batch.ReportRules.Verdict;
import ua.vidnova.payments.batch.ReportedOutcome;
import ua.vidnova.payments.run.InstructionState;

/** Keeps reports and their lines. */
@ApplicationScoped
class Reports {

  private static final String INSERT_LINE =
      """
      insert into partner_report_line
        (report_id, line, batch_id, instruction_id, outcome, code, occurred_on, amount_minor,
         verdict)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_OTHERS =
      """
      insert into partner_report_line
        (report_id, line, batch_id, instruction_id, outcome, code, occurred_on)
      select ?, ? + row_number() over (order by i.id), i.batch_id, i.id, ?, ?, ?
      from instruction i
      where i.batch_id = ? and i.state <> 'WITHDRAWN'
        and not exists (
          select from partner_report_line named
          where named.report_id = ? and named.instruction_id = i.id)
      """;

  private static final String WAITING =
      """
      select line, batch_id, instruction_id, outcome, code, occurred_on, amount_minor
      from partner_report_line
      where report_id = ? and line > ? and line <= ? and verdict is null
      order by line
      """;

  private static final String ADVANCE =
      """
      update partner_report set applied_to = ?,
        finished_at = case when ? >= line_count then ?::timestamptz end
      where id = ?
      """;

  private final AgroalDataSource database;

  @Inject
  Reports(AgroalDataSource database) {
    this.database = database;
  }

  /** A report as it is first kept. */
  record Header(
      UUID id,
      String partner,
      ReportFormat format,
      String messageId,
      byte[] sha256,
      String by,
      Instant at,
      int lines,
      int passedOver) {}

  /** A line that has no verdict yet. */
  record WaitingLine(UUID reportId, int line, ReportedOutcome outcome) {}

  /**
   * Lines that are taken over together.
   *
   * @param to the last line that they reach
   */
  record Chunk(String partner, List<WaitingLine> lines, int to, boolean isLast) {}

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T run(String what, Work<T> work) {
    try (var connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("Reports: " + what + " failed", e);
    }
  }

  Optional<UUID> findByContent(String partner, byte[] sha256) {
    return run(
        "looking for the same file",
        connection -> {
          try (var query =
              connection.prepareStatement(
                  "select id from partner_report where partner = ? and sha256 = ?")) {
            query.setString(1, partner);
            query.setBytes(2, sha256);
            var row = query.executeQuery();
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
          }
        });
  }

  boolean isMessageKnown(String partner, ReportFormat format, String messageId) {
    return run(
        "looking for the same message",
        connection -> {
          try (var query =
              connection.prepareStatement(
                  "select from partner_report"
                      + " where partner = ? and format = ? and message_id = ?")) {
            query.setString(1, partner);
            query.setString(2, format.name());
            query.setString(3, messageId);
            return query.executeQuery().next();
          }
        });
  }

  void insert(Header header) {
    run(
        "keeping a report",
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "insert into partner_report (id, partner, format, message_id, sha256, received_by,"
                      + " received_at, line_count, passed_over, finished_at)"
                      + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, case when ? = 0 then ?::timestamptz end)")) {
            insert.setObject(1, header.id());
            insert.setString(2, header.partner());
            insert.setString(3, header.format().name());
            insert.setString(4, header.messageId());
            insert.setBytes(5, header.sha256());
            insert.setString(6, header.by());
            insert.setTimestamp(7, Timestamp.from(header.at()));
            insert.setInt(8, header.lines());
            insert.setInt(9, header.passedOver());
            insert.setInt(10, header.lines());
            insert.setTimestamp(11, Timestamp.from(header.at()));
            return insert.executeUpdate();
          }
        });
  }

  /**
   * Keeps lines, numbered from the one behind {@code after}.
   *
   * @param batchId the batch that they are about; null when the message names none
   */
  void insertLines(UUID reportId, UUID batchId, int after, List<ReportedLine> lines) {
    run(
        "keeping lines",
        connection -> {
          try (var insert = connection.prepareStatement(INSERT_LINE)) {
            var number = after;
            for (var line : lines) {
              insert.setObject(1, reportId);
              insert.setInt(2, ++number);
              insert.setObject(3, batchId);
              insert.setObject(4, line.instructionId());
              insert.setString(5, line.outcome() == null ? null : line.outcome().name());
              insert.setString(6, line.code());
              insert.setObject(7, line.occurredOn());
              insert.setObject(8, line.amountMinor());
              insert.setString(9, line.unreadable() == null ? null : line.unreadable().code());
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }

  /** Keeps a line for each instruction of a batch that no line names; returns how many. */
  int insertOthers(UUID reportId, int after, UUID batchId, ReportedLine word) {
    return run(
        "keeping what holds for the others",
        connection -> {
          try (var insert = connection.prepareStatement(INSERT_OTHERS)) {
            insert.setObject(1, reportId);
            insert.setInt(2, after);
            insert.setString(3, word.outcome().name());
            insert.setString(4, word.code());
            insert.setObject(5, word.occurredOn());
            insert.setObject(6, batchId);
            insert.setObject(7, reportId);
            return insert.executeUpdate();
          }
        });
  }

  /**
   * Locks a report and gives its next lines; empty when none waits.
   *
   * @param size how many lines of the file, those included that could not be read
   */
  Optional<Chunk> lockChunk(UUID reportId, int size) {
    return run(
        "taking the next lines",
        connection -> {
          try (var lock =
              connection.prepareStatement(
                  "select partner, line_count, applied_to from partner_report"
                      + " where id = ? and finished_at is null for update")) {
            lock.setObject(1, reportId);
            var row = lock.executeQuery();
            if (!row.next()) {
              return Optional.empty();
            }
            var from = row.getInt("applied_to");
            var to = Math.min(from + size, row.getInt("line_count"));
            return Optional.of(
                new Chunk(
                    row.getString("partner"),
                    waiting(connection, reportId, from, to),
                    to,
                    to == row.getInt("line_count")));
          }
        });
  }

  private static List<WaitingLine> waiting(Connection connection, UUID reportId, int from, int to)
      throws SQLException {
    try (var query = connection.prepareStatement(WAITING)) {
      query.setObject(1, reportId);
      query.setInt(2, from);
      query.setInt(3, to);
      var rows = query.executeQuery();
      var lines = new ArrayList<WaitingLine>();
      while (rows.next()) {
        lines.add(new WaitingLine(reportId, rows.getInt("line"), outcome(rows)));
      }
      return lines;
    }
  }

  private static ReportedOutcome outcome(ResultSet row) throws SQLException {
    return new ReportedOutcome(
        row.getObject("batch_id", UUID.class),
        row.getObject("instruction_id", UUID.class),
        InstructionState.valueOf(row.getString("outcome")),
        row.getObject("occurred_on", LocalDate.class),
        row.getString("code"),
        row.getObject("amount_minor", Long.class),
        null);
  }

  /** Says what was done with a chunk's lines, and that those behind it are next. */
  void advance(UUID reportId, Chunk chunk, List<Verdict> verdicts, Instant now) {
    run(
        "going on",
        connection -> {
          try (var update =
                  connection.prepareStatement(
                      "update partner_report_line set verdict = ? where report_id = ? and line = ?");
              var advance = connection.prepareStatement(ADVANCE)) {
            for (var i = 0; i < verdicts.size(); i++) {
              update.setString(1, verdicts.get(i).code());
              update.setObject(2, reportId);
              update.setInt(3, chunk.lines().get(i).line());
              update.addBatch();
            }
            update.executeBatch();
            advance.setInt(1, chunk.to());
            advance.setInt(2, chunk.to());
            advance.setTimestamp(3, Timestamp.from(now));
            advance.setObject(4, reportId);
            return advance.executeUpdate();
          }
        });
  }

  /** Reports with lines that wait since before a time; oldest first, at most a hundred. */
  List<UUID> listUnfinished(Instant before) {
    return run(
        "looking for what is left",
        connection -> {
          try (var query =
              connection.prepareStatement(
                  "select id from partner_report where finished_at is null and received_at < ?"
                      + " order by received_at limit 100")) {
            query.setTimestamp(1, Timestamp.from(before));
            var rows = query.executeQuery();
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
              ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
          }
        });
  }
}
