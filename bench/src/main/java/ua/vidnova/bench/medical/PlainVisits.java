package ua.vidnova.bench.medical;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ua.vidnova.localstack.postgres.Database;

/** The yardstick: the same rows read, written and counted by SQL and nothing else. */
final class PlainVisits implements AutoCloseable {
  /** As many as the service's pool has. */
  private static final int CONNECTIONS = 16;

  private static final List<String> READ =
      List.of(
          "select * from visit where resident_id = ? and not superseded order by started_at desc",
          "select p.* from visit_reason p join visit v on v.id = p.visit_id"
              + " where v.resident_id = ? and not v.superseded",
          "select p.* from visit_diagnosis p join visit v on v.id = p.visit_id"
              + " where v.resident_id = ? and not v.superseded",
          "select p.* from visit_medicine p join visit v on v.id = p.visit_id"
              + " where v.resident_id = ? and not v.superseded");

  private static final List<String> WRITE =
      List.of(
          """
          insert into visit (id, origin_id, resident_id, settlement, started_at, complaint,
                             temperature_c, systolic_mm_hg, diastolic_mm_hg, outcome, sex,
                             age_years, consent, relation_to_event, mds_items, recorded_by,
                             recorded_by_name, recorded_at)
          select ?, ?, id, settlement, now(), 'Болить голова', 36.6, 120, 80, 'TREATED', sex, 50,
                 'GIVEN', 'NONE', array[29]::smallint[], 'bench', 'bench', now()
          from resident where id = ?
          """,
          "insert into visit_reason (visit_id, rank, code) values (?, 0, 'N01')",
          "insert into visit_diagnosis (visit_id, rank, role, code, clinical_status,"
              + " verification_status) values (?, 0, 'PRIMARY', 'K86', 'ACTIVE', 'CONFIRMED')");

  private static final String COUNT =
      "select item, count(*) from visit, unnest(mds_items) as item"
          + " where started_on between ? and ? and not superseded and not withdrawn group by item";

  private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
  private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(CONNECTIONS);

  PlainVisits(Database database) {
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        idle.add(database.connect());
      }
    } catch (SQLException e) {
      close();
      throw new IllegalStateException(e);
    }
  }

  /** Reads a person's visits with reasons, diagnoses and medicines. */
  CompletionStage<Boolean> read(UUID resident) {
    return inSession(
        connection -> {
          for (var sql : READ) {
            try (var query = connection.prepareStatement(sql)) {
              query.setObject(1, resident);
              drain(query);
            }
          }
        });
  }

  /** Writes a visit with a reason and a diagnosis, in a transaction of its own. */
  CompletionStage<Boolean> write(UUID resident) {
    return inSession(
        connection -> {
          connection.setAutoCommit(false);
          var id = UUID.randomUUID();
          for (var sql : WRITE) {
            try (var insert = connection.prepareStatement(sql)) {
              insert.setObject(1, id);
              if (insert.getParameterMetaData().getParameterCount() > 1) {
                insert.setObject(2, id);
                insert.setObject(3, resident);
              }
              insert.executeUpdate();
            }
          }
          connection.commit();
          connection.setAutoCommit(true);
        });
  }

  /** Counts what medics marked in a month. */
  Duration count(YearMonth month) {
    long began = System.nanoTime();
    try (var query = idle.element().prepareStatement(COUNT)) {
      query.setObject(1, month.atDay(1));
      query.setObject(2, month.atEndOfMonth());
      drain(query);
      return Duration.ofNanos(System.nanoTime() - began);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void drain(PreparedStatement query) throws SQLException {
    try (var rows = query.executeQuery()) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
  }

  private CompletionStage<Boolean> inSession(Work work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            var connection = idle.take();
            try {
              work.in(connection);
              return true;
            } finally {
              idle.add(connection);
            }
          } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        threads);
  }

  /** What is done in one session. */
  @FunctionalInterface
  private interface Work {
    void in(Connection connection) throws SQLException;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    idle.forEach(
        connection -> {
          try {
            connection.close();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
