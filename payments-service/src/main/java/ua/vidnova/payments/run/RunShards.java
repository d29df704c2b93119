package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ua.vidnova.chassis.ids.Ids;

/** Divides a run into shards by the hash of its awards' ids. */
@ApplicationScoped
class RunShards {

  private final AgroalDataSource database;
  private final RunConfig config;

  @Inject
  RunShards(AgroalDataSource database, RunConfig config) {
    this.database = database;
    this.config = config;
  }

  /** As many as the awards of now need, one at least; returns what is to be told of them. */
  List<RunShardDue> make(UUID runId) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into run_shard (id, run_id, number, of, state)"
                    + " values (?, ?, ?, ?, 'DUE')")) {
      var count = (int) Math.max(1, Math.ceilDiv(resumed(connection), config.awardsPerShard()));
      var shards =
          IntStream.range(0, count)
              .mapToObj(number -> new RunShardDue(Ids.newId(), runId, number, count))
              .toList();
      for (var shard : shards) {
        insert.setObject(1, shard.shardId());
        insert.setObject(2, runId);
        insert.setInt(3, shard.number());
        insert.setInt(4, shard.of());
        insert.addBatch();
      }
      insert.executeBatch();
      return shards;
    } catch (SQLException e) {
      throw new IllegalStateException("The run could not be divided", e);
    }
  }

  private static long resumed(Connection connection) throws SQLException {
    try (var query =
        connection.prepareStatement("select count(*) from award where state = 'RESUMED'")) {
      var row = query.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }
}
