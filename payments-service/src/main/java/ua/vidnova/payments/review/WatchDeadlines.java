package ua.vidnova.payments.review;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Counts resumptions that are not decided in time (Law 1058-IV art. 49), for the alarms: gauges
 * {@code vidnova_resumptions_overdue} and {@code vidnova_resumptions_overdue_days}, the age of the
 * oldest. Every replica shows the same, so take the maximum.
 */
@ApplicationScoped
public class WatchDeadlines {

  private static final Logger LOG = Logger.getLogger(WatchDeadlines.class);

  private static final String COUNT =
      "select count(*), min(decide_by) from resumption"
          + " where state in ('OPENED', 'PROPOSED') and decide_by < ?";

  private final AgroalDataSource database;
  private final KyivCalendar calendar;
  private final AtomicLong overdue;
  private final AtomicLong oldestDays;

  @Inject
  WatchDeadlines(AgroalDataSource database, KyivCalendar calendar, MeterRegistry meters) {
    this.database = database;
    this.calendar = calendar;
    this.overdue = meters.gauge("vidnova.resumptions.overdue", new AtomicLong());
    this.oldestDays = meters.gauge("vidnova.resumptions.overdue.days", new AtomicLong());
  }

  @Scheduled(every = "${vidnova.payments.review.count-every}", delayed = "1m")
  void count() {
    var today = calendar.today();
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(COUNT)) {
      query.setObject(1, today);
      var row = query.executeQuery();
      row.next();
      var oldest = row.getObject(2, LocalDate.class);
      overdue.set(row.getLong(1));
      oldestDays.set(oldest == null ? 0 : ChronoUnit.DAYS.between(oldest, today));
    } catch (SQLException e) {
      throw new IllegalStateException("Deadlines could not be looked at", e);
    }
  }

  @Scheduled(cron = "${vidnova.payments.review.cron}", timeZone = "Europe/Kyiv")
  void report() {
    count();
    LOG.infof("%d resumptions are overdue, the oldest by %d days", overdue.get(), oldestDays.get());
  }
}
