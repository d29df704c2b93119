package ua.vidnova.payments.nonreceipt;

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

/** Lists awards of which nothing was collected for some months, in the order of awards. */
@ApplicationScoped
public class Unclaimed {

  private static final String LIST =
      """
      select n.award_id, p.id as person_id, p.settlement, n.months, n.since, n.last,
             (select coalesce(sum(u.amount_minor), 0) from payable_unit u
              where u.award_id = n.award_id and u.state = 'OUTSTANDING' and exists (
                select from instruction i where i.unit_id = u.id and i.state = 'NOT_COLLECTED'))
               as unclaimed_minor,
             (select max(s.noticed_on) from suspension_notice s
              where s.award_id = n.award_id and s.ground = 'NON_RECEIPT_SIX_MONTHS'
                and s.due_on > n.since) as noticed_on
      from non_receipt n
      join award a on a.id = n.award_id
      join person p on p.record_id = a.resident_id
      where n.months >= ? and p.settlement = any(?) and n.award_id > ?
      order by n.award_id limit ?
      """;

  private final AgroalDataSource database;

  @Inject
  Unclaimed(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * An award of which nothing is collected.
   *
   * @param months periods missed since the last collection
   * @param since the first of them
   * @param unclaimedMinor kopiykas that came back and are still owed
   * @param noticedOn null while the person was not warned
   */
  public record Award(
      UUID awardId,
      UUID residentId,
      String settlement,
      int months,
      YearMonth since,
      YearMonth last,
      long unclaimedMinor,
      LocalDate noticedOn) {}

  public List<Award> list(
      int monthsMin, Collection<String> settlements, Optional<UUID> after, int limit) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST)) {
      query.setInt(1, monthsMin);
      query.setArray(2, connection.createArrayOf("text", settlements.toArray()));
      query.setObject(3, after.orElse(new UUID(0, 0)));
      query.setInt(4, limit);
      var rows = query.executeQuery();
      var found = new ArrayList<Award>();
      while (rows.next()) {
        found.add(
            new Award(
                rows.getObject("award_id", UUID.class),
                rows.getObject("person_id", UUID.class),
                rows.getString("settlement"),
                rows.getInt("months"),
                YearMonth.from(rows.getObject("since", LocalDate.class)),
                YearMonth.from(rows.getObject("last", LocalDate.class)),
                rows.getLong("unclaimed_minor"),
                rows.getObject("noticed_on", LocalDate.class)));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("What was not collected could not be listed", e);
    }
  }
}
