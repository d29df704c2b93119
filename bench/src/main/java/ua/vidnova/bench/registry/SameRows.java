package ua.vidnova.bench.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import ua.vidnova.localstack.postgres.Database;

/**
 * The yardstick of an import: the rows that it left, copied into an empty registry by plain COPY,
 * indexes made at the end. Events, which the relay has sent and deleted, are not among them.
 */
final class SameRows {
  /** In an order in which each comes after those that it refers to. */
  private static final List<String> TABLES =
      List.of(
          "resident",
          "statement",
          "identity_document",
          "other_name",
          "listed_line",
          "match_key",
          "audit_entry");

  private SameRows() {}

  /** How long the COPY into {@code empty} takes; reading from {@code full} does not count. */
  static Duration copy(Database full, Database empty, Path folder) {
    try (var from = full.connect();
        var to = empty.connect()) {
      for (var table : TABLES) {
        try (var file = Files.newOutputStream(folder.resolve(table))) {
          api(from).copyOut("copy %s to stdout (format binary)".formatted(table), file);
        }
      }
      long began = System.nanoTime();
      write(to, folder);
      return Duration.ofNanos(System.nanoTime() - began);
    } catch (SQLException e) {
      throw new IllegalStateException("The same rows could not be copied", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Connection to, Path folder) throws SQLException, IOException {
    try (var _ = new IndexesAside(to, TABLES)) {
      for (var table : TABLES) {
        var path = folder.resolve(table);
        try (var file = Files.newInputStream(path)) {
          api(to).copyIn("copy %s from stdin (format binary)".formatted(table), file);
        }
        Files.delete(path);
      }
    }
  }

  private static CopyManager api(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
