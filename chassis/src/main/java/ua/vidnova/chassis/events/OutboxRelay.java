package ua.vidnova.chassis.events;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import ua.vidnova.chassis.ids.Ids;

/**
 * Carries events from the outbox to Kafka, in order for each key, at least once.
 *
 * <p>A relay that loses its lease while it sends may send events that its successor sends as well.
 * Both begin at the oldest row and go upwards, so the first arrival of each event is still in
 * order, and consumers drop the second by its id.
 */
final class OutboxRelay {

  private static final String PENDING =
      "select e.shard, e.sequence, e.event_id, e.topic, e.event_key, e.type, e.data, e.occurred_at"
          + " from unnest(?::smallint[]) as s(shard) cross join lateral ("
          + "   select * from outbox_event o where o.shard = s.shard order by o.sequence limit ?"
          + " ) e";

  private final UUID id = Ids.newId();
  private final DataSource database;
  private final Producer<String, byte[]> producer;
  private final String source;
  private final OutboxConfig config;
  private final ShardLeases leases;
  private List<Short> shards = List.of();
  private long leaseEndsNanos = System.nanoTime();

  OutboxRelay(
      DataSource database, Producer<String, byte[]> producer, String source, OutboxConfig config) {
    this.database = database;
    this.producer = producer;
    this.source = source;
    this.config = config;
    this.leases = new ShardLeases(id, config.lease());
  }

  private record Sent(short shard, long sequence, Future<RecordMetadata> acknowledged) {}

  /**
   * Publishes what waits in the owned shards, one batch each.
   *
   * @return how many events Kafka has acknowledged and the outbox forgot
   */
  int publish() throws SQLException, InterruptedException {
    renewWhenHalfOver();
    if (shards.isEmpty()) {
      return 0;
    }
    try (var connection = database.getConnection()) {
      var sent = send(connection);
      var acknowledged = awaitInOrder(sent);
      delete(connection, acknowledged);
      return acknowledged.size();
    }
  }

  /** Gives the shards back. */
  void release() throws SQLException {
    shards = List.of();
    try (var connection = database.getConnection()) {
      leases.release(connection);
    }
  }

  private void renewWhenHalfOver() throws SQLException {
    var half = config.lease().toNanos() / 2;
    if (leaseEndsNanos - System.nanoTime() > half) {
      return;
    }
    var begun = System.nanoTime();
    shards = List.of();
    try (var connection = database.getConnection()) {
      shards = leases.renew(connection);
    }
    leaseEndsNanos = begun + config.lease().toNanos();
  }

  private List<Sent> send(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement(PENDING)) {
      query.setArray(1, connection.createArrayOf("smallint", shards.toArray()));
      query.setInt(2, config.batchPerShard());
      var rows = query.executeQuery();
      var sent = new ArrayList<Sent>();
      var blocked = new HashSet<Short>();
      while (rows.next()) {
        var shard = rows.getShort("shard");
        if (blocked.contains(shard)) {
          continue;
        }
        var headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", rows.getString("event_id"));
        add(headers, "ce_source", "/vidnova/" + source);
        add(headers, "ce_type", rows.getString("type"));
        add(headers, "ce_subject", rows.getString("event_key"));
        add(headers, "ce_time", rows.getTimestamp("occurred_at").toInstant().toString());
        add(headers, "content-type", "application/json");
        var message =
            new ProducerRecord<>(
                rows.getString("topic"),
                null,
                rows.getString("event_key"),
                rows.getBytes("data"),
                headers);
        var acknowledged = producer.send(message);
        sent.add(new Sent(shard, rows.getLong("sequence"), acknowledged));
        if (acknowledged.isDone() && acknowledged.state() == Future.State.FAILED) {
          blocked.add(shard);
        }
      }
      producer.flush();
      return sent;
    }
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Behind the first failure of a shard nothing counts as sent: it will be sent again in order. */
  private static List<Sent> awaitInOrder(List<Sent> sent) throws InterruptedException {
    var acknowledged = new ArrayList<Sent>(sent.size());
    var stopped = new HashSet<Short>();
    ExecutionException failure = null;
    for (var one : sent) {
      try {
        one.acknowledged().get();
        if (!stopped.contains(one.shard())) {
          acknowledged.add(one);
        }
      } catch (ExecutionException e) {
        stopped.add(one.shard());
        failure = e;
      }
    }
    if (acknowledged.isEmpty() && failure != null) {
      throw new IllegalStateException("Kafka did not take an event", failure.getCause());
    }
    return acknowledged;
  }

  private static void delete(Connection connection, List<Sent> acknowledged) throws SQLException {
    if (acknowledged.isEmpty()) {
      return;
    }
    try (var delete =
        connection.prepareStatement(
            "delete from outbox_event using unnest(?::smallint[], ?::bigint[]) as d(shard, sequence)"
                + " where outbox_event.shard = d.shard and outbox_event.sequence = d.sequence")) {
      delete.setArray(
          1,
          connection.createArrayOf("smallint", acknowledged.stream().map(Sent::shard).toArray()));
      delete.setArray(
          2,
          connection.createArrayOf("bigint", acknowledged.stream().map(Sent::sequence).toArray()));
      delete.executeUpdate();
    }
  }
}
