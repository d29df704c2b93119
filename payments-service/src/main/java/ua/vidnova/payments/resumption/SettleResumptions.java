package ua.vidnova.payments.resumption;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * The last step of a resumption: what was approved has begun to reach the person. A payment that
 * was on its way since before the decision proves nothing of it and does not count.
 */
@ApplicationScoped
public class SettleResumptions {

  private static final String SETTLE =
      """
      update resumption c set state = 'RESUMED', resumed_at = ?, version = version + 1
      where c.state = 'APPROVED' and c.award_id = any(?) and exists (
        select from payable_unit u
        where u.award_id = c.award_id and u.state = 'PAID' and u.scheduled_period >= c.first_period)
      """;

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final KyivCalendar calendar;

  @Inject
  SettleResumptions(AgroalDataSource database, EntityManager entities, KyivCalendar calendar) {
    this.database = database;
    this.entities = entities;
    this.calendar = calendar;
  }

  /** Looks at awards of which something was just reported paid. */
  @Transactional
  public void settle(Collection<UUID> awardIds) {
    entities.flush();
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(SETTLE)) {
      update.setTimestamp(1, Timestamp.from(calendar.now()));
      update.setArray(2, connection.createArrayOf("uuid", awardIds.toArray()));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Resumptions could not be settled", e);
    }
  }
}
