package ua.vidnova.payments.automatic;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the post delivers: liberated settlements that one of its offices or vehicles serves. One
 * whose every date has passed does not come any more.
 */
@ApplicationScoped
class PostDelivery {

  private static final String SINCE =
      """
      select s.settlement, least(greatest(l.effective_on, min(c.since)), ?::date) as since
      from cash_point_service s
      join cash_point c on c.id = s.cash_point_id
        and c.kind in ('POST', 'MOBILE_POST') and c.state <> 'OUT'
      join partner p on p.channel = 'POST' and p.active and p.edrpou = c.operator
      join settlement_status l on l.settlement = s.settlement
        and l.status = 'LIBERATED' and l.effective_on <= ?
      where s.settlement = any(?)
        and (s.weekdays <> '{}' or s.dates = '{}' or ? <= any(s.dates))
      group by s.settlement, l.effective_on
      """;

  private final AgroalDataSource database;

  @Inject
  PostDelivery(AgroalDataSource database) {
    this.database = database;
  }

  /** Since which day, by settlement; those without are absent. */
  Map<String, LocalDate> since(Collection<String> settlements, LocalDate today) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(SINCE)) {
      query.setObject(1, today);
      query.setObject(2, today);
      query.setArray(3, connection.createArrayOf("text", settlements.toArray()));
      query.setObject(4, today);
      var rows = query.executeQuery();
      var since = new HashMap<String, LocalDate>();
      while (rows.next()) {
        since.put(rows.getString(1), rows.getObject(2, LocalDate.class));
      }
      return since;
    } catch (SQLException e) {
      throw new IllegalStateException("Where the post delivers could not be read", e);
    }
  }
}
