package ua.vidnova.chassis.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Proves that the trail holds one entry as it was written: its hash follows from the entry before
 * it, and the entry after it, or the head of the lane, follows from its hash.
 */
@ApplicationScoped
public class ProveAuditEntry {

  private static final String FIND =
      "select e.*, before.hash as hash_before, head.position as head_position,"
          + " head.hash as head_hash from audit_entry e"
          + " join audit_lane head on head.lane = e.lane"
          + " left join audit_entry before"
          + " on before.lane = e.lane and before.position = e.position - 1"
          + " where e.subject_id = ? and e.action = ? and e.object_type = ? and e.object_id = ?";

  private final AgroalDataSource database;

  @Inject
  ProveAuditEntry(AgroalDataSource database) {
    this.database = database;
  }

  /** True when there is such an entry and its links to both sides hold. */
  public boolean holds(String action, String objectType, UUID objectId, UUID subjectId) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(FIND)) {
      query.setObject(1, subjectId);
      query.setString(2, action);
      query.setString(3, objectType);
      query.setObject(4, objectId);
      var row = query.executeQuery();
      return row.next() && holds(connection, row);
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail could not be read", e);
    }
  }

  private static boolean holds(Connection connection, ResultSet row) throws SQLException {
    var entry = AuditReader.entryOf(row);
    var hash = row.getBytes("hash");
    var before = entry.position() == 1 ? new byte[32] : row.getBytes("hash_before");
    if (before == null || !Arrays.equals(hash, entry.hashAfter(before))) {
      return false;
    }
    return row.getLong("head_position") == entry.position()
        ? Arrays.equals(hash, row.getBytes("head_hash"))
        : isFollowed(connection, entry, hash);
  }

  private static boolean isFollowed(Connection connection, AuditEntry entry, byte[] hash)
      throws SQLException {
    try (var query =
        connection.prepareStatement("select * from audit_entry where lane = ? and position = ?")) {
      query.setInt(1, entry.lane());
      query.setLong(2, entry.position() + 1);
      var next = query.executeQuery();
      return next.next()
          && Arrays.equals(next.getBytes("hash"), AuditReader.entryOf(next).hashAfter(hash));
    }
  }
}
