package ua.vidnova.payments.overlap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  public List<Paid> list(Collection<String> settlements, Optional<UUID> after, int limit) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST)) {
      query.setArray(1, connection.createArrayOf("text", settlements.toArray()));
      query.setObject(2, after.orElse(new UUID(0, 0)));
      query.setInt(3, limit);
      var rows = query.executeQuery();
      var found = new ArrayList<Paid>();
      while (rows.next()) {
        var to = rows.getObject("to_month", LocalDate.class);
        found.add(
            new Paid(
                rows.getObject("id", UUID.class),
                rows.getObject("award_id", UUID.class),
                rows.getObject("person_id", UUID.class),
                YearMonth.from(rows.getObject("from_month", LocalDate.class)),
                to == null ? null : YearMonth.from(to),
                rows.getString("source"),
                rows.getString("recorded_by"),
                rows.getLong("paid_months"),
                rows.getLong("paid")));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Overlaps could not be listed", e);
    }
  }
}
