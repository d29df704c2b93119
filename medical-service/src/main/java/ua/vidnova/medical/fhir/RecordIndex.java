package ua.vidnova.medical.fhir;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.medical.fhir.mapping.ResourceId;
import ua.vidnova.medical.resident.Person;

/** Which FHIR resources the visits in force make: the view {@code fhir_resource}. */
@ApplicationScoped
class RecordIndex {

  private static final String COLUMNS =
      "select type, key, suffix, visit_id, resident_id, started_at, position from fhir_resource"
          + " where ";

  private final AgroalDataSource database;

  @Inject
  RecordIndex(AgroalDataSource database) {
    this.database = database;
  }

  /** A resource and the visit that makes it. */
  record Entry(
      String type, ResourceId id, UUID visitId, UUID residentId, RecordPosition position) {}

  Optional<Entry> find(String type, ResourceId id) {
    var found =
        entries(
            COLUMNS + "type = ? and key = ? and suffix = ?", List.of(type, id.key(), id.suffix()));
    return found.stream().findFirst();
  }

  /** What of a person's record meets the criteria, in the record's order. */
  List<Entry> page(Person person, Criteria criteria, Optional<RecordPosition> after, int max) {
    var sql = new StringBuilder(COLUMNS).append("resident_id = any(?) and ");
    var values = values(person, criteria);
    sql.append(criteria.condition());
    after.ifPresent(
        last -> {
          sql.append(" and (started_at, visit_id, -position) < (?, ?, ?)");
          values.add(Timestamp.from(last.startedAt()));
          values.add(last.visitId());
          values.add(-last.place());
        });
    sql.append(" order by started_at desc, visit_id desc, position limit ?");
    values.add(max);
    return entries(sql.toString(), values);
  }

  long count(Person person, Criteria criteria) {
    var sql =
        "select count(*) from fhir_resource where resident_id = any(?) and " + criteria.condition();
    return query(
        sql,
        values(person, criteria),
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  private static List<Object> values(Person person, Criteria criteria) {
    var values = new ArrayList<Object>();
    values.add(person.recordIds().toArray(UUID[]::new));
    values.addAll(criteria.values());
    return values;
  }

  private List<Entry> entries(String sql, List<Object> values) {
    return query(
        sql,
        values,
        rows -> {
          var entries = new ArrayList<Entry>();
          while (rows.next()) {
            entries.add(entry(rows));
          }
          return entries;
        });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    var visitId = row.getObject("visit_id", UUID.class);
    return new Entry(
        row.getString("type"),
        new ResourceId(row.getObject("key", UUID.class), row.getString("suffix")),
        visitId,
        row.getObject("resident_id", UUID.class),
        new RecordPosition(
            row.getTimestamp("started_at").toInstant(), visitId, row.getInt("position")));
  }

  private interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> T query(String sql, List<Object> values, Reader<T> reader) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        set(query, i + 1, values.get(i));
      }
      try (var rows = query.executeQuery()) {
        return reader.read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The record could not be searched", e);
    }
  }

  private static void set(PreparedStatement query, int index, Object value) throws SQLException {
    switch (value) {
      case UUID[] ids -> query.setArray(index, query.getConnection().createArrayOf("uuid", ids));
      case String[] texts ->
          query.setArray(index, query.getConnection().createArrayOf("text", texts));
      default -> query.setObject(index, value);
    }
  }
}
