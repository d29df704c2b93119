package ua.vidnova.payments.overlap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists overlaps with what was paid for their months, oldest first. */
@ApplicationScoped
public class Overlaps {

  private static final String LIST =
      """
      select o.id, o.award_id, p.id as person_id, o.from_month, o.to_month, o.source,
             o.recorded_by, count(m.month) as paid_months, coalesce(sum(m.amount_minor), 0) as paid
      from overlap o
      join award a on a.id = o.award_id
      join person p on p.record_id = a.resident_id
      left join overlap_paid m on m.overlap_id = o.id
      where p.settlement = any(?) and o.id > ?
      group by o.id, p.id
      order by o.id limit ?
      """;

  private static final String LIST_WAITING =
      """
      select o.id, o.award_id, p.id as person_id, o.from_month, o.to_month, o.source, o.proposed_by
      from overlap_proposal o
      join award a on a.id = o.award_id
      join person p on p.record_id = a.resident_id
      where o.state = 'PROPOSED' and p.settlement = any(?) and o.id > ?
      order by o.id limit ?
      """;

  private final AgroalDataSource database;

  @Inject
  Overlaps(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * An overlap and what it has cost.
   *
   * @param to null while it lasts
   * @param paidMinor kopiykas that were paid for its months, to be settled with the person
   */
  public record Paid(
      UUID id,
      UUID awardId,
      UUID residentId,
      YearMonth from,
      YearMonth to,
      String source,
      String recordedBy,
      long paidMonths,
      long paidMinor) {}

  /**
   * What waits for another person.
   *
   * @param to null while it lasts
   */
  public record Waiting(
      UUID id,
      UUID awardId,
      UUID residentId,
      YearMonth from,
      YearMonth to,
      String source,
      String proposedBy) {}

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  public List<Paid> list(Collection<String> settlements, Optional<UUID> after, int limit) {
    return list(
        LIST,
        settlements,
        after,
        limit,
        row ->
            new Paid(
                row.getObject("id", UUID.class),
                row.getObject("award_id", UUID.class),
                row.getObject("person_id", UUID.class),
                month(row, "from_month"),
                month(row, "to_month"),
                row.getString("source"),
                row.getString("recorded_by"),
                row.getLong("paid_months"),
                row.getLong("paid")));
  }

  public List<Waiting> listWaiting(
      Collection<String> settlements, Optional<UUID> after, int limit) {
    return list(
        LIST_WAITING,
        settlements,
        after,
        limit,
        row ->
            new Waiting(
                row.getObject("id", UUID.class),
                row.getObject("award_id", UUID.class),
                row.getObject("person_id", UUID.class),
                month(row, "from_month"),
                month(row, "to_month"),
                row.getString("source"),
                row.getString("proposed_by")));
  }

  private <T> List<T> list(
      String sql, Collection<String> settlements, Optional<UUID> after, int limit, Row<T> reader) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("text", settlements.toArray()));
      query.setObject(2, after.orElse(new UUID(0, 0)));
      query.setInt(3, limit);
      var rows = query.executeQuery();
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Overlaps could not be listed", e);
    }
  }

  private static YearMonth month(ResultSet row, String column) throws SQLException {
    var day = row.getObject(column, LocalDate.class);
    return day == null ? null : YearMonth.from(day);
  }
}
