package ua.vidnova.payments.heirs;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lists what was unpaid when people died, and is not passed on yet. */
@ApplicationScoped
public class UnpaidOnDeath {

  /** People first, so that a page holds whole people; their months after. */
  private static final String UNPAID =
      """
      with dead as (
        select coalesce(r.merged_into, r.id) as person_id
        from payable_unit u
        join award a on a.id = u.award_id
        join resident r on r.id = a.resident_id
        join person p on p.record_id = r.id
        where u.state = 'UNPAID_ON_DEATH' and p.settlement = any(?)
          and coalesce(r.merged_into, r.id) > ?
          and (?::uuid is null or ? in (r.id, r.merged_into))
        group by 1 order by 1 limit ?)
      select d.person_id, x.died_on, u.id, a.programme, u.month, u.amount_minor,
             exists (select from heir_claim_unit c
                     where c.unit_id = u.id and not c.released) as claimed
      from dead d
      join resident x on d.person_id in (x.id, x.merged_into)
      join award a on a.resident_id = x.id
      join payable_unit u on u.award_id = a.id and u.state = 'UNPAID_ON_DEATH'
      order by d.person_id, a.programme, u.month, u.id
      """;

  private final AgroalDataSource database;

  @Inject
  UnpaidOnDeath(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * One month that was unpaid.
   *
   * @param amountMinor kopiykas
   * @param claimed whether a claim for it waits for a decision
   */
  public record Month(
      UUID unitId, String programme, YearMonth month, long amountMinor, boolean claimed) {}

  /**
   * Somebody who died, with what was unpaid to them under any record.
   *
   * @param diedOn null when only another record of the person tells the day
   */
  public record Deceased(UUID residentId, LocalDate diedOn, List<Month> months) {

    /** Kopiykas. */
    public long totalMinor() {
      return months.stream().mapToLong(Month::amountMinor).reduce(0, Math::addExact);
    }
  }

  /**
   * What is looked for.
   *
   * @param settlements only people who lived there
   */
  public record Query(
      Optional<UUID> residentId, Collection<String> settlements, Optional<UUID> after, int limit) {}

  /** In the order of the people's ids. */
  public List<Deceased> list(Query wanted) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(UNPAID)) {
      query.setArray(1, connection.createArrayOf("text", wanted.settlements().toArray()));
      query.setObject(2, wanted.after().orElse(new UUID(0, 0)));
      query.setObject(3, wanted.residentId().orElse(null));
      query.setObject(4, wanted.residentId().orElse(null));
      query.setInt(5, wanted.limit());
      var rows = query.executeQuery();
      var people = new LinkedHashMap<UUID, Deceased>();
      while (rows.next()) {
        add(people, rows);
      }
      return List.copyOf(people.values());
    } catch (SQLException e) {
      throw new IllegalStateException("What is unpaid on death could not be listed", e);
    }
  }

  private static void add(Map<UUID, Deceased> people, ResultSet row) throws SQLException {
    var id = row.getObject("person_id", UUID.class);
    var diedOn = row.getObject("died_on", LocalDate.class);
    people
        .computeIfAbsent(id, any -> new Deceased(id, diedOn, new ArrayList<>()))
        .months()
        .add(
            new Month(
                row.getObject("id", UUID.class),
                row.getString("programme"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("amount_minor"),
                row.getBoolean("claimed")));
  }
}
