package ua.vidnova.payments.channel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How records would be paid, by the same function that runs go by. */
@ApplicationScoped
public class Ways {

  private static final String HOLDS =
      "select record_id, hold from payment_way(?, ?) where record_id = any(?) and hold is not null";

  private final AgroalDataSource database;

  @Inject
  Ways(AgroalDataSource database) {
    this.database = database;
  }

  /** Why nothing would work this month, by record; those who could be paid are absent. */
  public Map<UUID, WayReason> holds(Collection<UUID> recordIds, LocalDate today) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(HOLDS)) {
      query.setObject(1, today.withDayOfMonth(1));
      query.setObject(2, today);
      query.setArray(3, connection.createArrayOf("uuid", recordIds.toArray()));
      var rows = query.executeQuery();
      var holds = new HashMap<UUID, WayReason>();
      while (rows.next()) {
        holds.put(rows.getObject(1, UUID.class), WayReason.valueOf(rows.getString(2)));
      }
      return holds;
    } catch (SQLException e) {
      throw new IllegalStateException("Ways of paying could not be read", e);
    }
  }
}
