package ua.vidnova.chassis.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/** Messages that wait for a person. */
@ApplicationScoped
class ParkedMessages {

  private final AgroalDataSource database;
  private final ObjectMapper json;

  @Inject
  ParkedMessages(AgroalDataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * A parked message as an operator may see it: no data, since that may be a person's.
   *
   * @param failure the class of what the handler threw; null unless it threw
   */
  record Parked(
      UUID id,
      String topic,
      int partition,
      long offset,
      String key,
      String eventId,
      String type,
      HandleMessage.Refusal reason,
      String failure,
      Instant parkedAt) {}

  /** Keeps a message; the same place in Kafka is kept once. */
  void park(Message message, HandleMessage.Refusal reason, Throwable failure) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into parked_message (id, topic, partition, record_offset, event_key,"
                    + " event_id, type, headers, data, reason, failure, stops_key)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict do nothing")) {
      insert.setObject(1, Ids.newId());
      insert.setString(2, message.topic());
      insert.setInt(3, message.partition());
      insert.setLong(4, message.offset());
      insert.setString(5, withoutNul(message.key()));
      insert.setString(6, withoutNul(message.header("ce_id").orElse(null)));
      insert.setString(7, withoutNul(message.header("ce_type").orElse(null)));
      insert.setString(8, json.writeValueAsString(message.headers()).replace("\\u0000", ""));
      insert.setBytes(9, message.data());
      insert.setString(10, reason.name());
      insert.setString(11, failure == null ? null : failure.getClass().getName());
      insert.setBoolean(12, reason != HandleMessage.Refusal.UNKNOWN_TYPE);
      insert.executeUpdate();
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("The message could not be parked", e);
    }
  }

  /** Tells whether an unsettled message stops this key, so that later ones must wait behind it. */
  boolean isStopped(String topic, String key) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select exists (select from parked_message where settled_at is null and stops_key"
                    + " and topic = ? and event_key is not distinct from ?)")) {
      query.setString(1, topic);
      query.setString(2, withoutNul(key));
      var row = query.executeQuery();
      row.next();
      return row.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Parked messages could not be read", e);
    }
  }

  /** Unsettled messages in the order in which they were parked. */
  List<Parked> findOpen(Optional<UUID> after, int limit) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select * from parked_message where settled_at is null and (?::uuid is null or id > ?)"
                    + " order by id limit ?")) {
      query.setObject(1, after.orElse(null));
      query.setObject(2, after.orElse(null));
      query.setInt(3, limit);
      var rows = query.executeQuery();
      var found = new ArrayList<Parked>();
      while (rows.next()) {
        found.add(parkedOf(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Parked messages could not be read", e);
    }
  }

  Optional<Parked> findOpen(UUID id) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select * from parked_message where id = ? and settled_at is null")) {
      query.setObject(1, id);
      var rows = query.executeQuery();
      return rows.next() ? Optional.of(parkedOf(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("Parked messages could not be read", e);
    }
  }

  /** The message itself and all that wait behind it on its key, in Kafka's order. */
  List<UUID> findStoppedBy(Parked parked) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select id from parked_message where settled_at is null and topic = ?"
                    + " and event_key is not distinct from ? order by partition, record_offset")) {
      query.setString(1, parked.topic());
      query.setString(2, parked.key());
      var rows = query.executeQuery();
      var found = new ArrayList<UUID>();
      while (rows.next()) {
        found.add(rows.getObject(1, UUID.class));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Parked messages could not be read", e);
    }
  }

  Message message(UUID id) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("select * from parked_message where id = ?")) {
      query.setObject(1, id);
      var row = query.executeQuery();
      row.next();
      return new Message(
          row.getString("topic"),
          row.getInt("partition"),
          row.getLong("record_offset"),
          row.getString("event_key"),
          json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
          row.getBytes("data"));
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("The parked message could not be read", e);
    }
  }

  /**
   * Ends the wait of a message; false when another has ended it before.
   *
   * @param settlement REPLAYED or DISCARDED
   * @param why what the person says who discards it; null for a replay
   */
  boolean settle(UUID id, String settlement, String by, String why) {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "update parked_message set settled_at = now(), settlement = ?, settled_by = ?,"
                    + " settled_why = ? where id = ? and settled_at is null")) {
      update.setString(1, settlement);
      update.setString(2, by);
      update.setString(3, why);
      update.setObject(4, id);
      return update.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("The parked message could not be settled", e);
    }
  }

  long countOpen() {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select count(*) from parked_message where settled_at is null")) {
      var row = query.executeQuery();
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Parked messages could not be counted", e);
    }
  }

  private static Parked parkedOf(ResultSet row) throws SQLException {
    return new Parked(
        row.getObject("id", UUID.class),
        row.getString("topic"),
        row.getInt("partition"),
        row.getLong("record_offset"),
        row.getString("event_key"),
        row.getString("event_id"),
        row.getString("type"),
        HandleMessage.Refusal.valueOf(row.getString("reason")),
        row.getString("failure"),
        row.getTimestamp("parked_at").toInstant());
  }

  /** PostgreSQL's text cannot hold NUL; a hostile header may. */
  private static String withoutNul(String text) {
    return text == null ? null : text.replace("\u0000", "");
  }
}
