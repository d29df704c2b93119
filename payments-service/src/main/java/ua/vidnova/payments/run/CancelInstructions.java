package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import ua.vidnova.chassis.events.Outbox;

/**
 * Withdraws all that a run has issued, unless a partner has taken any of its batches. Batches are
 * locked as everywhere, in the order of ids, so a hand-over or a death comes before or after.
 */
@ApplicationScoped
class CancelInstructions {

  private static final int EVENTS_PER_APPEND = 5000;

  private static final String LOCK_BATCHES =
      "select state from batch where run_id = ? order by id for no key update";

  private static final String WITHDRAW =
      """
      with withdrawn as (
        update instruction set state = 'WITHDRAWN', reason = 'RUN_CANCELLED'
        where state = 'ISSUED' and batch_id in (select id from batch where run_id = ?)
        returning id, unit_id)
      select w.id, u.award_id, a.resident_id
      from withdrawn w
      join payable_unit u on u.id = w.unit_id
      join award a on a.id = u.award_id
      """;

  private static final String WITHDRAW_BATCHES =
      "update batch set state = 'WITHDRAWN', instruction_count = 0, total_minor = 0,"
          + " version = version + 1 where run_id = ? and state <> 'WITHDRAWN'";

  private final AgroalDataSource database;
  private final Outbox outbox;

  @Inject
  CancelInstructions(AgroalDataSource database, Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  /**
   * Withdraws them.
   *
   * @return false, and nothing is done, when a batch has left
   */
  boolean cancelAllOf(UUID runId) {
    try (var connection = database.getConnection()) {
      if (hasOneLeft(connection, runId)) {
        return false;
      }
      withdraw(connection, runId);
      try (var update = connection.prepareStatement(WITHDRAW_BATCHES)) {
        update.setObject(1, runId);
        update.executeUpdate();
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("Run " + runId + " could not be withdrawn", e);
    }
  }

  private static boolean hasOneLeft(Connection connection, UUID runId) throws SQLException {
    try (var query = connection.prepareStatement(LOCK_BATCHES)) {
      query.setObject(1, runId);
      var rows = query.executeQuery();
      var left = false;
      while (rows.next()) {
        left |= rows.getString(1).equals("HANDED_OVER");
      }
      return left;
    }
  }

  private void withdraw(Connection connection, UUID runId) throws SQLException {
    try (var update = connection.prepareStatement(WITHDRAW)) {
      update.setFetchSize(EVENTS_PER_APPEND);
      update.setObject(1, runId);
      var rows = update.executeQuery();
      var events = new ArrayList<InstructionCancelled>(EVENTS_PER_APPEND);
      while (rows.next()) {
        events.add(
            new InstructionCancelled(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                runId));
        if (events.size() == EVENTS_PER_APPEND) {
          outbox.appendAll(events);
          events.clear();
        }
      }
      outbox.appendAll(events);
    }
  }
}
