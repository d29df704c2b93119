package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Executes a shard of an approved run; the last one completes the run. One transaction holds the
 * note that the event has come, the shard's state and all that it makes, so a shard that is killed
 * anywhere has done nothing and is repeated, and one that is told twice is done once. Shards of a
 * run that was cancelled do nothing.
 */
@ApplicationScoped
public class ExecuteShard implements EventHandler<RunShardDue> {

  private static final Logger LOG = Logger.getLogger(ExecuteShard.class);

  private static final String LOCK_SHARD =
      "select r.period from run_shard s join payment_run r on r.id = s.run_id"
          + " where s.id = ? and s.state = 'DUE' and r.state = 'APPROVED' for update of s";

  private static final String DONE =
      "update run_shard set state = 'DONE', units_made = ?, held = ?, instructions = ?,"
          + " total_minor = ?, done_at = ? where id = ?";

  private final AgroalDataSource database;
  private final RunLock runLock;
  private final DueUnits dueUnits;
  private final CompleteRun completeRun;
  private final KyivCalendar calendar;

  @Inject
  ExecuteShard(
      AgroalDataSource database,
      RunLock runLock,
      DueUnits dueUnits,
      CompleteRun completeRun,
      KyivCalendar calendar) {
    this.database = database;
    this.runLock = runLock;
    this.dueUnits = dueUnits;
    this.completeRun = completeRun;
    this.calendar = calendar;
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.RunShardDue.v1";
  }

  @Override
  public Class<RunShardDue> dataType() {
    return RunShardDue.class;
  }

  @Override
  public void handle(IncomingEvent<RunShardDue> event) {
    execute(event.data());
  }

  /** Executes the shard unless it is done or its run was cancelled. */
  @Transactional
  public void execute(RunShardDue shard) {
    runLock.share();
    periodIfDue(shard.shardId())
        .ifPresent(
            period -> {
              var result = dueUnits.execute(shard, period);
              noteDone(shard.shardId(), result);
              LOG.infof(
                  "Shard %d of %d of run %s issued %d instructions, held %d",
                  shard.number(), shard.of(), shard.runId(), result.instructions(), result.held());
              completeRun.completeIfLast(shard.runId());
            });
  }

  private Optional<YearMonth> periodIfDue(UUID shardId) {
    try (var connection = database.getConnection();
        var lock = connection.prepareStatement(LOCK_SHARD)) {
      lock.setObject(1, shardId);
      var row = lock.executeQuery();
      return row.next()
          ? Optional.of(YearMonth.from(row.getObject(1, LocalDate.class)))
          : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("Shard " + shardId + " could not be locked", e);
    }
  }

  private void noteDone(UUID shardId, DueUnits.Result result) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(DONE)) {
      update.setLong(1, result.unitsMade());
      update.setLong(2, result.held());
      update.setLong(3, result.instructions());
      update.setLong(4, result.totalMinor());
      update.setTimestamp(5, Timestamp.from(calendar.now()));
      update.setObject(6, shardId);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Shard " + shardId + " could not be noted as done", e);
    }
  }
}
