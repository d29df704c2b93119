package ua.vidnova.chassis.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Writes the audit trail, in the transaction of what it tells of. Call it last: it holds its lane
 * until the commit.
 */
@ApplicationScoped
public class AuditTrail {

  static final int LANES = 16;

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  AuditTrail(
      AgroalDataSource database, EntityManager entities, Caller caller, KyivCalendar calendar) {
    this.database = database;
    this.entities = entities;
    this.caller = caller;
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
                one.subjectId()));
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
    var hash = head.hash();
    try (var insert =
        connection.prepareStatement(
            "insert into audit_entry (lane, position, occurred_at, actor, actor_name, organisation,"
                + " action, object_type, object_id, subject_id, hash)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (var entry : entries) {
        hash = entry.hashAfter(hash);
        insert.setInt(1, entry.lane());
        insert.setLong(2, entry.position());
        insert.setTimestamp(3, Timestamp.from(entry.occurredAt()));
        insert.setString(4, entry.actor());
        insert.setString(5, entry.actorName());
        insert.setString(6, entry.organisation());
        insert.setString(7, entry.action());
        insert.setString(8, entry.objectType());
        insert.setObject(9, entry.objectId());
        insert.setObject(10, entry.subjectId());
        insert.setBytes(11, hash);
        insert.addBatch();
      }
      insert.executeBatch();
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
}
