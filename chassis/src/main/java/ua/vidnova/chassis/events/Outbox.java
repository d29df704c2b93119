package ua.vidnova.chassis.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;

/** Events that leave with the caller's transaction: all of it happens, or nothing. */
@ApplicationScoped
public class Outbox {

  private static final int SHARD_BITS = 6;
  static final int SHARDS = 1 << SHARD_BITS;
  private static final int ROWS_PER_INSERT = 1000;

  private final AgroalDataSource database;
  private final TransactionManager transactions;
  private final ObjectMapper json;
  private final KyivCalendar calendar;

  @Inject
  Outbox(
      AgroalDataSource database,
      TransactionManager transactions,
      ObjectMapper json,
      KyivCalendar calendar) {
    this.database = database;
    this.transactions = transactions;
    this.json = EventJson.of(json);
    this.calendar = calendar;
  }

  /**
   * Adds an event to the transaction.
   *
   * @throws IllegalStateException when no transaction is active
   */
  public void append(OutgoingEvent event) {
    appendAll(List.of(event));
  }

  /** Adds many events in their order. */
  public void appendAll(Collection<? extends OutgoingEvent> events) {
    requireTransaction();
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into outbox_event"
                    + " (shard, event_id, topic, event_key, type, data, occurred_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)")) {
      var now = Timestamp.from(calendar.now());
      var waiting = 0;
      for (var event : events) {
        insert.setInt(1, shardOf(event.key()));
        insert.setObject(2, Ids.newId());
        insert.setString(3, event.topic());
        insert.setString(4, event.key());
        insert.setString(5, event.type());
        insert.setBytes(6, json.writeValueAsBytes(event));
        insert.setTimestamp(7, now);
        insert.addBatch();
        if (++waiting == ROWS_PER_INSERT) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        insert.executeBatch();
      }
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("The event could not be added to the outbox", e);
    }
  }

  /** Fibonacci hashing: keys that differ in their last letters alone spread evenly too. */
  static int shardOf(String key) {
    return (key.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - SHARD_BITS);
  }

  private void requireTransaction() {
    try {
      if (transactions.getStatus() != Status.STATUS_ACTIVE) {
        throw new IllegalStateException("An event leaves only with a transaction");
      }
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    }
  }
}
