package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.concurrent.atomic.AtomicLong;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Shows for how long a run that was approved is being executed, for the alarms: gauge {@code
 * vidnova_runs_executing_minutes}. Every replica shows the same, so take the maximum.
 */
@ApplicationScoped
public class WatchRuns {

  private static final String OLDEST =
      "select extract(epoch from ? - min(approved_at)) / 60 from payment_run"
          + " where state = 'APPROVED'";

  private final AgroalDataSource database;
  private final KyivCalendar calendar;
  private final AtomicLong minutes;

  @Inject
  WatchRuns(AgroalDataSource database, KyivCalendar calendar, MeterRegistry meters) {
    this.database = database;
    this.calendar = calendar;
    this.minutes = meters.gauge("vidnova.runs.executing.minutes", new AtomicLong());
  }

  @Scheduled(every = "1m", delayed = "30s")
  void look() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OLDEST)) {
      query.setTimestamp(1, Timestamp.from(calendar.now()));
      var row = query.executeQuery();
      row.next();
      minutes.set(row.getLong(1));
    } catch (SQLException e) {
      throw new IllegalStateException("Runs could not be looked at", e);
    }
  }
}
