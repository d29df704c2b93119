package ua.vidnova.chassis.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.exchange.Exchange;

/** Finds what the trail says of a resident, newest first. */
@ApplicationScoped
class AuditReader {

  private static final Exchange DIRECT = new Exchange(null, null, null, null);

  private final AgroalDataSource database;

  @Inject
  AuditReader(AgroalDataSource database) {
    this.database = database;
  }

  /** Where a page ended: time, lane and position. */
  record Place(Instant occurredAt, int lane, long position) {

    static Place of(AuditEntry entry) {
      return new Place(entry.occurredAt(), entry.lane(), entry.position());
    }

    static Place parse(String text) {
      var parts = text.split("/", -1);
      return new Place(
          Instant.parse(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
      return occurredAt + "/" + lane + "/" + position;
    }
  }

  List<AuditEntry> findAbout(UUID subjectId, Optional<Place> after, int limit) {
    var sql =
        "select * from audit_entry where subject_id = ?"
            + (after.isPresent()
                ? " and (occurred_at < ? or (occurred_at = ? and (lane, position) > (?, ?)))"
                : "")
            + " order by occurred_at desc, lane, position limit ?";
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      var index = 1;
      query.setObject(index++, subjectId);
      if (after.isPresent()) {
        var time = Timestamp.from(after.get().occurredAt());
        query.setTimestamp(index++, time);
        query.setTimestamp(index++, time);
        query.setInt(index++, after.get().lane());
        query.setLong(index++, after.get().position());
      }
      query.setInt(index, limit);
      var rows = query.executeQuery();
      var found = new ArrayList<AuditEntry>();
      while (rows.next()) {
        found.add(entryOf(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail could not be read", e);
    }
  }

  static AuditEntry entryOf(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getInt("lane"),
        row.getLong("position"),
        row.getTimestamp("occurred_at").toInstant(),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("organisation"),
        row.getString("action"),
        row.getString("object_type"),
        row.getObject("object_id", UUID.class),
        row.getObject("subject_id", UUID.class),
        row.getString("purpose"),
        exchangeOf(row));
  }

  private static Exchange exchangeOf(ResultSet row) throws SQLException {
    var exchange =
        new Exchange(
            row.getString("exchange_client"),
            row.getString("exchange_service"),
            row.getString("exchange_query_id"),
            row.getString("exchange_purposes"));
    return exchange.equals(DIRECT) ? null : exchange;
  }
}
