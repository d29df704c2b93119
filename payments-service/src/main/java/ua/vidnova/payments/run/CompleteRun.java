package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.sql.Statements;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * The last shard's step: batches get their counts and sums and wait for the partners. Shards that
 * finish at once follow each other on the run's row, so the second of them sees the first done.
 */
@ApplicationScoped
class CompleteRun {

  private static final Logger LOG = Logger.getLogger(CompleteRun.class);

  private static final String LOCK_RUN = "select from payment_run where id = ? for no key update";

  private static final String EXECUTED =
      "update payment_run r set state = 'EXECUTED', executed_at = ?, version = version + 1"
          + " where id = ? and not exists ("
          + "   select from run_shard s where s.run_id = r.id and s.state = 'DUE')";

  /** A death may be withdrawing from them; it locks in the same order. */
  private static final String LOCK_BATCHES =
      "select id from batch where run_id = ? order by id for no key update";

  private static final String READY =
      """
      update batch b
      set state = case when s.instructions is null then 'WITHDRAWN' else 'READY' end,
          instruction_count = coalesce(s.instructions, 0),
          total_minor = coalesce(s.total_minor, 0),
          version = b.version + 1
      from batch x
      left join (
        select i.batch_id, count(*) as instructions, sum(u.amount_minor) as total_minor
        from instruction i join payable_unit u on u.id = i.unit_id
        where i.state = 'ISSUED' and i.batch_id in (select id from batch where run_id = ?)
        group by i.batch_id) s on s.batch_id = x.id
      where x.id = b.id and b.run_id = ?
      """;

  private static final String SUM =
      "select r.period, count(b.id) filter (where b.state = 'READY'),"
          + " coalesce(sum(b.instruction_count), 0), coalesce(sum(b.total_minor), 0)"
          + " from payment_run r left join batch b on b.run_id = r.id where r.id = ?"
          + " group by r.period";

  private final AgroalDataSource database;
  private final Outbox outbox;
  private final KyivCalendar calendar;

  @Inject
  CompleteRun(AgroalDataSource database, Outbox outbox, KyivCalendar calendar) {
    this.database = database;
    this.outbox = outbox;
    this.calendar = calendar;
  }

  void completeIfLast(UUID runId) {
    try (var connection = database.getConnection()) {
      Statements.execute(connection, LOCK_RUN, runId);
      if (!isExecuted(connection, runId)) {
        return;
      }
      Statements.execute(connection, LOCK_BATCHES, runId);
      Statements.execute(connection, READY, runId, runId);
      outbox.append(sum(connection, runId));
      LOG.infof("Run %s is executed", runId);
    } catch (SQLException e) {
      throw new IllegalStateException("Run " + runId + " could not be completed", e);
    }
  }

  private boolean isExecuted(Connection connection, UUID runId) throws SQLException {
    return Statements.execute(connection, EXECUTED, Timestamp.from(calendar.now()), runId) == 1;
  }

  private static RunExecuted sum(Connection connection, UUID runId) throws SQLException {
    try (var query = connection.prepareStatement(SUM)) {
      query.setObject(1, runId);
      var row = query.executeQuery();
      row.next();
      return new RunExecuted(
          runId,
          YearMonth.from(row.getObject(1, LocalDate.class)),
          row.getLong(3),
          row.getLong(4),
          "UAH",
          row.getLong(2));
    }
  }
}
