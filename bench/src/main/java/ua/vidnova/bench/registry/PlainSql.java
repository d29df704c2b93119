package ua.vidnova.bench.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ua.vidnova.bench.registry.RegistryRows.Row;
import ua.vidnova.bench.registry.RegistryRows.Table;
import ua.vidnova.localstack.postgres.Database;

/** The yardstick: the same rows read or written by prepared statements and nothing else. */
final class PlainSql implements AutoCloseable {
  /** As many as the service's pool has. */
  private static final int CONNECTIONS = 16;

  private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
  private final BlockingQueue<Session> idle = new ArrayBlockingQueue<>(CONNECTIONS);

  PlainSql(Database database) {
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        idle.add(new Session(database));
      }
    } catch (SQLException e) {
      close();
      throw new IllegalStateException(e);
    }
  }

  /** Reads residents by primary key. */
  CompletionStage<Boolean> read(List<UUID> ids) {
    return inSession(session -> session.read(ids));
  }

  /** Inserts the rows of one person in a transaction of their own. */
  CompletionStage<Boolean> insert(List<Row> rows) {
    return inSession(session -> session.insert(rows));
  }

  private CompletionStage<Boolean> inSession(Work work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            var session = idle.take();
            try {
              work.in(session);
              return true;
            } finally {
              idle.add(session);
            }
          } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        threads);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    idle.forEach(Session::close);
  }

  /** What is done in one session. */
  @FunctionalInterface
  private interface Work {
    void in(Session session) throws SQLException;
  }

  private static final class Session {
    private final Connection connection;
    private final PreparedStatement select;
    private final Map<Table, PreparedStatement> inserts = new EnumMap<>(Table.class);

    Session(Database database) throws SQLException {
      connection =
          new Database(
                  database.jdbcUrl() + "?stringtype=unspecified",
                  database.username(),
                  database.password())
              .connect();
      connection.setAutoCommit(false);
      select = connection.prepareStatement("select * from resident where id = any (?)");
      for (var table : Table.values()) {
        inserts.put(table, connection.prepareStatement(table.insert()));
      }
    }

    void read(List<UUID> ids) throws SQLException {
      select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          rows.getString("family");
        }
      }
      connection.commit();
    }

    void insert(List<Row> rows) throws SQLException {
      for (var row : rows) {
        var insert = inserts.get(row.table());
        for (int i = 0; i < row.values().length; i++) {
          insert.setString(i + 1, row.values()[i]);
        }
        insert.addBatch();
      }
      for (var table : Table.values()) {
        inserts.get(table).executeBatch();
      }
      connection.commit();
    }

    void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
