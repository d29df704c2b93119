package ua.vidnova.registry.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.imports.ListedLineRules.Fate;

/**
 * Takes over the lines of one chunk and notes how far the import has come, in one transaction: a
 * chunk is taken whole or not at all, whenever the worker or the database goes away.
 *
 * <p>Imports follow each other chunk by chunk over all replicas, so that what one line makes, the
 * next one sees.
 */
@ApplicationScoped
class TakeOverChunk {

  private final AgroalDataSource database;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;
  private final ImportReport report;
  private final FilePieces pieces;
  private final ObjectMapper json;

  @Inject
  TakeOverChunk(
      AgroalDataSource database,
      KyivCalendar calendar,
      AuditTrail auditTrail,
      ImportReport report,
      FilePieces pieces,
      ObjectMapper json) {
    this.database = database;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
    this.report = report;
    this.pieces = pieces;
    this.json = json;
  }

  /** What came of a chunk. */
  enum Outcome {
    /** More may follow. */
    TAKEN,
    /** It was the last; the import is done. */
    FINISHED,
    /** Another worker is or was there, or the import was cancelled; nothing has changed. */
    NOT_OURS
  }

  /** Takes over a chunk that was read where the import stands. */
  @Transactional
  @ActivateRequestContext
  Outcome take(UUID importId, ListSource source, Chunk chunk, List<ListedLine> lines) {
    try (var connection = database.getConnection()) {
      if (!isAlone(connection)) {
        return Outcome.NOT_OURS;
      }
      var found = ListImport.findLocked(importId);
      if (found.filter(run -> run.isOpen() && run.isAt(chunk.from())).isEmpty()) {
        return Outcome.NOT_OURS;
      }
      return take(connection, found.get(), source, chunk, lines);
    } catch (SQLException e) {
      throw new IllegalStateException("A chunk could not be taken over", e);
    }
  }

  private Outcome take(
      Connection connection, ListImport run, ListSource source, Chunk chunk, List<ListedLine> lines)
      throws SQLException {
    letSearchIndexWait(connection);
    var rows = new ListedRows(run, source, calendar.now(), calendar.today(), json);
    var known = KnownLines.find(connection, run, lines);
    var findings = new ArrayList<>(chunk.findings());
    var counts = LineCounts.NONE.plusRefused(chunk.refusedLines());
    for (var line : lines) {
      var fate = ListedLineRules.decide(line, known.taken(line), known.holder(line));
      counts = counts.plus(fate);
      switch (fate) {
        case Fate.Added() -> known.take(line, rows.add(line));
        case Fate.Attached(var residentId) -> known.take(line, rows.attach(line, residentId));
        case Fate.Restated(var residentId) -> known.take(line, rows.restate(line, residentId));
        case Fate.Unchanged() -> {}
        case Fate.Refused() ->
            findings.add(Finding.ofLine(line.number(), LineRefusal.NUMBER_OF_ANOTHER));
      }
    }
    findings.sort(Comparator.comparingLong(Finding::line));
    rows.write(connection);
    report.add(connection, run.id(), findings);
    run.advance(chunk, counts);
    var isLast = run.isAt(run.bytes());
    if (isLast) {
      run.finish(calendar.now());
      pieces.forget(run.id());
      execute(connection, "select gin_clean_pending_list('resident_words')");
      execute(connection, "select gin_clean_pending_list('resident_areas')");
    }
    auditTrail.wroteAll("listed", "list-import", run.id(), rows.subjects());
    return isLast ? Outcome.FINISHED : Outcome.TAKEN;
  }

  /**
   * An index of words takes thousands of rows at once several times faster than hundreds. What
   * waits slows searches a little, so it is worked off at the import's end.
   */
  private static void letSearchIndexWait(Connection connection) throws SQLException {
    execute(connection, "set local gin_pending_list_limit = '16MB'");
    execute(connection, "set local work_mem = '64MB'");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean isAlone(Connection connection) throws SQLException {
    try (var lock =
        connection.prepareStatement(
            "select pg_try_advisory_xact_lock(hashtextextended('list-import', 0))")) {
      var row = lock.executeQuery();
      row.next();
      return row.getBoolean(1);
    }
  }
}
