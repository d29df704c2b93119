package ua.vidnova.medical.availability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All statements, by plain JDBC: a page with its parts is one query. */
@ApplicationScoped
class AvailabilityStatements {

  private static final TypeReference<Map<Amenity, Extent>> AMENITIES = new TypeReference<>() {};
  private static final TypeReference<Map<HealthService, Availability.ServiceState>> SERVICES =
      new TypeReference<>() {};

  private static final String WHOLE =
      """
      select s.*,
        (select coalesce(jsonb_object_agg(a.amenity, a.extent), '{}')
         from availability_amenity a where a.statement_id = s.id) as amenities,
        (select coalesce(jsonb_object_agg(
           v.service, jsonb_build_object('extent', v.extent, 'barriers', v.barriers)), '{}')
         from availability_service v where v.statement_id = s.id) as services
      from (%s) s
      order by %s
      """;

  private static final String CURRENT =
      WHOLE.formatted(
          """
          select distinct on (settlement) * from availability_statement
          where settlement = any(?) and settlement > ?
          order by settlement, stated_on desc, id desc
          limit ?
          """,
          "s.settlement");

  private static final String HISTORY =
      WHOLE.formatted(
          """
          select h.* from availability_statement h
          where h.settlement = ?
            and not exists (
              select from availability_statement seen
              where seen.id = ? and (h.stated_on, h.id) >= (seen.stated_on, seen.id))
          order by h.stated_on desc, h.id desc
          limit ?
          """,
          "s.stated_on desc, s.id desc");

  private static final String ONE =
      WHOLE.formatted("select * from availability_statement where id = ?", "s.id");

  private static final String ADD =
      """
      insert into availability_statement
        (id, settlement, stated_on, source, functionality, damage, note, stated_by, stated_by_name,
         stated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final AgroalDataSource database;
  private final ObjectMapper json;

  @Inject
  AvailabilityStatements(AgroalDataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  Optional<StatedAvailability> find(UUID id) {
    return list(ONE, id).stream().findFirst();
  }

  /**
   * What stands of each settlement, by code.
   *
   * @param after code behind which the list begins
   */
  List<StatedAvailability> listCurrent(Collection<String> settlements, String after, int max) {
    return list(CURRENT, settlements.toArray(new String[0]), after, max);
  }

  /**
   * All that was ever said of a settlement, the latest day first.
   *
   * @param after the statement behind which the list begins; null for the first page
   */
  List<StatedAvailability> listHistory(String settlement, UUID after, int max) {
    return list(HISTORY, settlement, after, max);
  }

  void add(StatedAvailability stated, String statedBy) {
    var facts = stated.facts();
    try (var connection = database.getConnection()) {
      try (var insert = connection.prepareStatement(ADD)) {
        insert.setObject(1, facts.id());
        insert.setString(2, facts.settlement());
        insert.setObject(3, facts.statedOn());
        insert.setString(4, facts.source());
        insert.setString(5, facts.functionality().name());
        insert.setString(6, facts.damage().name());
        insert.setString(7, facts.note());
        insert.setString(8, statedBy);
        insert.setString(9, stated.statedByName());
        insert.setObject(10, stated.statedAt().atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
      addAmenities(connection, facts);
      addServices(connection, facts);
    } catch (SQLException e) {
      throw new IllegalStateException("The statement could not be kept", e);
    }
  }

  private static void addAmenities(Connection connection, Availability facts) throws SQLException {
    try (var insert =
        connection.prepareStatement("insert into availability_amenity values (?, ?, ?)")) {
      for (var amenity : facts.amenities().entrySet()) {
        insert.setObject(1, facts.id());
        insert.setString(2, amenity.getKey().name());
        insert.setString(3, amenity.getValue().name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void addServices(Connection connection, Availability facts) throws SQLException {
    try (var insert =
        connection.prepareStatement("insert into availability_service values (?, ?, ?, ?)")) {
      for (var service : facts.services().entrySet()) {
        var barriers = service.getValue().barriers().stream().map(Barrier::name).sorted().toArray();
        insert.setObject(1, facts.id());
        insert.setString(2, service.getKey().name());
        insert.setString(3, service.getValue().extent().name());
        insert.setArray(4, connection.createArrayOf("text", barriers));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private List<StatedAvailability> list(String sql, Object... values) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        query.setObject(
            i + 1,
            values[i] instanceof String[] texts
                ? connection.createArrayOf("text", texts)
                : values[i]);
      }
      var found = new ArrayList<StatedAvailability>();
      var row = query.executeQuery();
      while (row.next()) {
        found.add(statement(row));
      }
      return found;
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("Statements could not be read", e);
    }
  }

  private StatedAvailability statement(ResultSet row) throws SQLException, JsonProcessingException {
    var facts =
        new Availability(
            row.getObject("id", UUID.class),
            row.getString("settlement"),
            row.getObject("stated_on", LocalDate.class),
            row.getString("source"),
            Extent.valueOf(row.getString("functionality")),
            Extent.valueOf(row.getString("damage")),
            json.readValue(row.getString("amenities"), AMENITIES),
            json.readValue(row.getString("services"), SERVICES),
            row.getString("note"));
    return new StatedAvailability(
        facts,
        row.getString("stated_by_name"),
        row.getObject("stated_at", OffsetDateTime.class).toInstant());
  }
}
