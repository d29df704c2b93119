package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Withdraws instructions that no partner has yet; those handed over wait for their report. The
 * awards are locked by the caller: locks go award, batch, instruction, as everywhere.
 */
@ApplicationScoped
public class ReadyInstructions {

  private static final YearMonth EVER = YearMonth.of(1, 1);
  private static final YearMonth EVER_AFTER = YearMonth.of(9999, 12);

  private static final String LOCK_READY_BATCHES =
      "select b.id from batch b where b.state in ('ASSEMBLING', 'READY') and b.id in ("
          + "  select i.batch_id from payable_unit u join instruction i on i.unit_id = u.id"
          + "  where u.award_id = any(?) and i.state = 'ISSUED')"
          + " order by b.id for no key update of b";

  private static final String WITHDRAW =
      "update instruction i set state = 'WITHDRAWN', reason = ? from payable_unit u, award a"
          + " where u.id = i.unit_id and a.id = u.award_id and a.id = any(?)"
          + " and i.state = 'ISSUED' and i.batch_id = any(?) and u.month between ? and ?"
          + " returning i.id, i.batch_id, a.id, a.resident_id, u.amount_minor";

  /** One that is still being assembled is summed up at its end. */
  private static final String SHRINK_BATCH =
      "update batch set instruction_count = instruction_count - 1, total_minor = total_minor - ?,"
          + " state = case instruction_count when 1 then 'WITHDRAWN' else state end,"
          + " version = version + 1 where id = ? and state = 'READY'";

  private final AgroalDataSource database;

  @Inject
  ReadyInstructions(AgroalDataSource database) {
    this.database = database;
  }

  /** One instruction that was withdrawn; kopiykas. */
  public record Withdrawn(
      UUID instructionId, UUID batchId, UUID awardId, UUID residentId, long amountMinor) {}

  /**
   * Withdraws the instructions of locked awards.
   *
   * @param reason stable code, kept with each
   */
  public List<Withdrawn> withdraw(Collection<UUID> awardIds, String reason) {
    return withdraw(awardIds, EVER, EVER_AFTER, reason);
  }

  /** The same, for some of the months only: from the first to the last. */
  public List<Withdrawn> withdraw(
      Collection<UUID> awardIds, YearMonth first, YearMonth last, String reason) {
    if (awardIds.isEmpty()) {
      return List.of();
    }
    try (var connection = database.getConnection()) {
      var withdrawn = withdraw(connection, awardIds.toArray(), first, last, reason);
      shrinkBatches(connection, withdrawn);
      return withdrawn;
    } catch (SQLException e) {
      throw new IllegalStateException("Instructions could not be withdrawn", e);
    }
  }

  private static List<Withdrawn> withdraw(
      Connection connection, Object[] awardIds, YearMonth first, YearMonth last, String reason)
      throws SQLException {
    var awards = connection.createArrayOf("uuid", awardIds);
    var batches = lockReadyBatches(connection, awardIds);
    try (var update = connection.prepareStatement(WITHDRAW)) {
      update.setString(1, reason);
      update.setArray(2, awards);
      update.setArray(3, connection.createArrayOf("uuid", batches.toArray()));
      update.setObject(4, first.atDay(1));
      update.setObject(5, last.atDay(1));
      var withdrawn = new ArrayList<Withdrawn>();
      var rows = update.executeQuery();
      while (rows.next()) {
        withdrawn.add(
            new Withdrawn(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                rows.getObject(4, UUID.class),
                rows.getLong(5)));
      }
      return withdrawn;
    }
  }

  private static List<UUID> lockReadyBatches(Connection connection, Object[] awardIds)
      throws SQLException {
    try (var query = connection.prepareStatement(LOCK_READY_BATCHES)) {
      query.setArray(1, connection.createArrayOf("uuid", awardIds));
      var batches = new ArrayList<UUID>();
      var rows = query.executeQuery();
      while (rows.next()) {
        batches.add(rows.getObject(1, UUID.class));
      }
      return batches;
    }
  }

  private static void shrinkBatches(Connection connection, List<Withdrawn> withdrawn)
      throws SQLException {
    try (var update = connection.prepareStatement(SHRINK_BATCH)) {
      for (var one : withdrawn) {
        update.setLong(1, one.amountMinor());
        update.setObject(2, one.batchId());
        update.executeUpdate();
      }
    }
  }
}
