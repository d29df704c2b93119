package ua.vidnova.payments.suspension;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.award.SuspensionGround;

/** Lists what was suspended, oldest first. */
@ApplicationScoped
public class Suspensions {

  private static final String LIST =
      """
      select s.*, p.id as person_id, p.settlement,
             a.state = 'DORMANT' and not exists (
               select from suspension later where later.award_id = s.award_id and later.id > s.id)
               as lasting
      from suspension s
      join award a on a.id = s.award_id
      join person p on p.record_id = a.resident_id
      where p.settlement = any(?) and s.id > ? and (?::text is null or s.ground = ?)
        and (?::uuid is null or ?::uuid in (p.id, p.record_id))
      order by s.id limit ?
      """;

  private final AgroalDataSource database;

  @Inject
  Suspensions(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * One suspension.
   *
   * @param residentId the person, as known now
   * @param lasting whether the award is still dormant because of it
   */
  public record Suspension(
      UUID id,
      UUID awardId,
      UUID residentId,
      String settlement,
      SuspensionGround ground,
      LocalDate suspendedOn,
      String note,
      String suspendedBy,
      Instant suspendedAt,
      boolean lasting) {}

  /** What is looked for; of people within settlements. */
  public record Query(
      Optional<SuspensionGround> ground,
      Optional<UUID> residentId,
      Collection<String> settlements,
      Optional<UUID> after,
      int limit) {}

  public List<Suspension> list(Query wanted) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST)) {
      var ground = wanted.ground().map(SuspensionGround::name).orElse(null);
      query.setArray(1, connection.createArrayOf("text", wanted.settlements().toArray()));
      query.setObject(2, wanted.after().orElse(new UUID(0, 0)));
      query.setString(3, ground);
      query.setString(4, ground);
      query.setObject(5, wanted.residentId().orElse(null));
      query.setObject(6, wanted.residentId().orElse(null));
      query.setInt(7, wanted.limit());
      var rows = query.executeQuery();
      var found = new ArrayList<Suspension>();
      while (rows.next()) {
        found.add(suspension(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Suspensions could not be listed", e);
    }
  }

  private static Suspension suspension(ResultSet row) throws SQLException {
    return new Suspension(
        row.getObject("id", UUID.class),
        row.getObject("award_id", UUID.class),
        row.getObject("person_id", UUID.class),
        row.getString("settlement"),
        SuspensionGround.valueOf(row.getString("ground")),
        row.getObject("suspended_on", LocalDate.class),
        row.getString("note"),
        row.getString("suspended_by"),
        row.getTimestamp("suspended_at").toInstant(),
        row.getBoolean("lasting"));
  }
}
