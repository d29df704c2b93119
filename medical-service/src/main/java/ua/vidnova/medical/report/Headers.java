package ua.vidnova.medical.report;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What brigades said of their days: versions are added, the last one stands. */
@ApplicationScoped
class Headers {

  private static final String LIST =
      """
      select distinct on (brigade_id, day) * from report_header
      where brigade_id = ? and day between ? and ?
      order by brigade_id, day, version desc
      """;

  private static final String ADD =
      """
      insert into report_header
        (brigade_id, day, version, organisation, team_type, contact_name, contact_phone,
         contact_email, place, latitude, longitude, bed_capacity, needs_and_risks, comments,
         stated_by, stated_by_name, stated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final AgroalDataSource database;

  @Inject
  Headers(AgroalDataSource database) {
    this.database = database;
  }

  Optional<StatedHeader> find(UUID brigadeId, LocalDate day) {
    return list(brigadeId, new Days(day, day)).stream().findFirst();
  }

  /** Those that stand, in the order of days. */
  List<StatedHeader> list(UUID brigadeId, Days days) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST)) {
      query.setObject(1, brigadeId);
      query.setObject(2, days.from());
      query.setObject(3, days.to());
      var found = new ArrayList<StatedHeader>();
      var row = query.executeQuery();
      while (row.next()) {
        found.add(header(row));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Headers could not be read", e);
    }
  }

  void add(StatedHeader header, String statedBy) {
    var facts = header.facts();
    var values =
        new Object[] {
          header.brigadeId(),
          header.day(),
          header.version(),
          facts.organisation(),
          facts.teamType().name(),
          facts.contactName(),
          facts.contactPhone(),
          facts.contactEmail(),
          facts.place(),
          facts.latitude(),
          facts.longitude(),
          facts.bedCapacity(),
          facts.needsAndRisks(),
          facts.comments(),
          statedBy,
          header.statedByName(),
          header.statedAt().atOffset(ZoneOffset.UTC)
        };
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(ADD)) {
      for (var i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The header could not be kept", e);
    }
  }

  private static StatedHeader header(ResultSet row) throws SQLException {
    return new StatedHeader(
        row.getObject("brigade_id", UUID.class),
        row.getObject("day", LocalDate.class),
        row.getInt("version"),
        new HeaderFacts(
            row.getString("organisation"),
            HeaderFacts.TeamType.valueOf(row.getString("team_type")),
            row.getString("contact_name"),
            row.getString("contact_phone"),
            row.getString("contact_email"),
            row.getString("place"),
            row.getBigDecimal("latitude"),
            row.getBigDecimal("longitude"),
            row.getInt("bed_capacity"),
            row.getString("needs_and_risks"),
            row.getString("comments")),
        row.getString("stated_by_name"),
        row.getObject("stated_at", OffsetDateTime.class).toInstant());
  }
}
