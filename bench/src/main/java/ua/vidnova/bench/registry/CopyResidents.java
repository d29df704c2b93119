package ua.vidnova.bench.registry;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.registry.RegistryRows.Table;
import ua.vidnova.localstack.postgres.Database;
import ua.vidnova.localstack.process.Interrupted;

/**
 * Writes people into a registry's tables by COPY, the fastest way there is: one thread makes the
 * rows, one copies them, and the indexes are made at the end.
 */
final class CopyResidents {
  private static final int BATCH = 10_000;
  private static final int BATCHES_BETWEEN_WORDS = 10;

  private final Database database;
  private final PrintStream progress;

  CopyResidents(Database database, PrintStream progress) {
    this.database = database;
    this.progress = progress;
  }

  /** Copies them all and returns how long it took, indexes and statistics included. */
  Duration copy(Stream<Person> people) {
    long began = System.nanoTime();
    var tables = Stream.of(Table.values()).map(table -> table.name().toLowerCase(Locale.ROOT));
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      try (var _ = new IndexesAside(connection, tables.toList())) {
        copyBatches(people.iterator(), connection);
        progress.println("  making the indexes");
      }
      statement.execute("vacuum analyze");
    } catch (SQLException | IOException | ExecutionException e) {
      throw new IllegalStateException("Residents could not be copied", e);
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void copyBatches(Iterator<Person> people, Connection connection)
      throws SQLException, IOException, ExecutionException, InterruptedException {
    connection.setAutoCommit(false);
    var copies = connection.unwrap(PGConnection.class).getCopyAPI();
    try (var maker = Executors.newSingleThreadExecutor()) {
      var next = maker.submit(() -> batch(people));
      for (int copied = 1; !next.get().isEmpty(); copied++) {
        var batch = next.get();
        next = maker.submit(() -> batch(people));
        for (var table : batch.entrySet()) {
          copies.copyIn(table.getKey().copy(), new StringReader(table.getValue()));
        }
        connection.commit();
        if (copied % BATCHES_BETWEEN_WORDS == 0) {
          progress.printf("  %,d residents%n", (long) copied * BATCH);
        }
      }
    }
    connection.setAutoCommit(true);
  }

  /** The next people's rows as COPY reads them, by table; empty when nobody is left. */
  private static Map<Table, String> batch(Iterator<Person> people) {
    var texts = new EnumMap<Table, StringBuilder>(Table.class);
    for (int i = 0; i < BATCH && people.hasNext(); i++) {
      RegistryRows.of(people.next())
          .forEach(
              row ->
                  row.appendTo(texts.computeIfAbsent(row.table(), table -> new StringBuilder())));
    }
    var batch = new EnumMap<Table, String>(Table.class);
    texts.forEach((table, text) -> batch.put(table, text.toString()));
    return batch;
  }
}
