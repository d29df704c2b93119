package ua.vidnova.chassis.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.exchange.Exchange;
import ua.vidnova.chassis.exchange.PresentExchange;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Writes the audit trail, in the transaction of what it tells of. Call it last: it holds its lane
 * until the commit.
 */
@ApplicationScoped
public class AuditTrail {

  static final int LANES = 16;

  /** All entries of a call in one statement, which differ in object, subject, place and hash. */
  private static final String INSERT =
      "insert into audit_entry (lane, position, occurred_at, actor, actor_name, organisation,"
          + " action, object_type, purpose, exchange_client, exchange_service, exchange_query_id,"
          + " exchange_purposes, object_id, subject_id, hash)"
          + " select ?, position, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, object_id, subject_id, hash"
          + " from unnest(?::bigint[], ?::uuid[], ?::uuid[], ?::bytea[])"
          + " as entry (position, object_id, subject_id, hash)";

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final Caller caller;
  private final StatedPurpose purpose;
  private final PresentExchange exchange;
  private final KyivCalendar calendar;

  @Inject
  AuditTrail(
      AgroalDataSource database,
      EntityManager entities,
      Caller caller,
      StatedPurpose purpose,
      PresentExchange exchange,
      KyivCalendar calendar) {
    this.database = database;
    this.entities = entities;
    this.caller = caller;
    this.purpose = purpose;
    this.exchange = exchange;
    this.calendar = calendar;
  }

  /** The caller was shown an object that is about a resident. */
  @Transactional
  public void read(String objectType, UUID objectId, UUID subjectId) {
    append("read", objectType, List.of(new Seen(objectId, subjectId)));
  }

  /** The caller was shown a list; each person on it gets an entry. */
  @Transactional
  public void readAll(String objectType, Collection<UUID> subjectIds) {
    append("read", objectType, subjectIds.stream().map(id -> new Seen(id, id)).toList());
  }

  /**
   * The caller changed an object.
   *
   * @param action past participle, such as {@code registered}
   * @param subjectId the resident whom it is about; null if it is about nobody
   */
  @Transactional
  public void wrote(String action, String objectType, UUID objectId, UUID subjectId) {
    append(action, objectType, List.of(new Seen(objectId, subjectId)));
  }

  /**
   * The caller, or the service by itself, changed many residents through one object; each of them
   * gets an entry.
   */
  @Transactional
  public void wroteAll(
      String action, String objectType, UUID objectId, Collection<UUID> subjectIds) {
    append(action, objectType, subjectIds.stream().map(id -> new Seen(objectId, id)).toList());
  }

  /** The caller asked for an object that is kept from them. Call it in a transaction of its own. */
  @Transactional
  public void refused(String objectType, UUID objectId, UUID subjectId) {
    append("refused", objectType, List.of(new Seen(objectId, subjectId)));
  }

  private record Seen(UUID objectId, UUID subjectId) {}

  private void append(String action, String objectType, List<Seen> seen) {
    if (seen.isEmpty()) {
      return;
    }
    entities.flush();
    try (var connection = database.getConnection()) {
      var head = lockLane(connection);
      var entries = new ArrayList<AuditEntry>(seen.size());
      var now = calendar.now();
      var position = head.position();
      for (var one : seen) {
        entries.add(
            new AuditEntry(
                head.lane(),
                ++position,
                now,
                caller.id(),
                caller.name(),
                caller.organisation().orElse(null),
                action,
                objectType,
                one.objectId(),
                one.subjectId(),
                purpose.code().orElse(null),
                exchange.get().orElse(null)));
      }
      insert(connection, entries, head);
    } catch (SQLException e) {
      throw new IllegalStateException("The audit entry could not be written", e);
    }
  }

  private record Head(int lane, long position, byte[] hash) {}

  /** A connection keeps to one lane, so that no transaction ever waits for two. */
  private static Head lockLane(Connection connection) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select lane, position, hash from audit_lane"
                + " where lane = pg_backend_pid() % 16 for update")) {
      var row = query.executeQuery();
      row.next();
      return new Head(row.getInt(1), row.getLong(2), row.getBytes(3));
    }
  }

  private static void insert(Connection connection, List<AuditEntry> entries, Head head)
      throws SQLException {
    var hashes = new byte[entries.size()][];
    var hash = head.hash();
    for (var i = 0; i < hashes.length; i++) {
      hash = entries.get(i).hashAfter(hash);
      hashes[i] = hash;
    }
    var first = entries.getFirst();
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setInt(1, first.lane());
      insert.setTimestamp(2, Timestamp.from(first.occurredAt()));
      insert.setString(3, first.actor());
      insert.setString(4, first.actorName());
      insert.setString(5, first.organisation());
      insert.setString(6, first.action());
      insert.setString(7, first.objectType());
      insert.setString(8, first.purpose());
      var exchange = Optional.ofNullable(first.exchange());
      insert.setString(9, exchange.map(Exchange::client).orElse(null));
      insert.setString(10, exchange.map(Exchange::service).orElse(null));
      insert.setString(11, exchange.map(Exchange::queryId).orElse(null));
      insert.setString(12, exchange.map(Exchange::purposeIds).orElse(null));
      insert.setArray(13, array(connection, "bigint", entries, AuditEntry::position));
      insert.setArray(14, array(connection, "uuid", entries, AuditEntry::objectId));
      insert.setArray(15, array(connection, "uuid", entries, AuditEntry::subjectId));
      insert.setArray(16, connection.createArrayOf("bytea", hashes));
      insert.executeUpdate();
    }
    try (var update =
        connection.prepareStatement(
            "update audit_lane set position = ?, hash = ? where lane = ?")) {
      update.setLong(1, entries.getLast().position());
      update.setBytes(2, hash);
      update.setInt(3, head.lane());
      update.executeUpdate();
    }
  }

  private static Array array(
      Connection connection, String type, List<AuditEntry> entries, Function<AuditEntry, ?> value)
      throws SQLException {
    return connection.createArrayOf(type, entries.stream().map(value).toArray());
  }
}
