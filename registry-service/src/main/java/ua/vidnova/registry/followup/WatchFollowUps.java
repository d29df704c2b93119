package ua.vidnova.registry.followup;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Counts what waits for a registrar, for the alarms: gauges {@code vidnova_follow_ups_open} and
 * {@code vidnova_follow_ups_open_days}, the age of the oldest in whole days since it was heard of.
 * Every replica shows the same, so take the maximum.
 */
@ApplicationScoped
public class WatchFollowUps {

  private static final String COUNT =
      "select count(*), min(heard_at) from follow_up where state = 'OPEN'";

  private final AgroalDataSource database;
  private final KyivCalendar calendar;
  private final AtomicLong open;
  private final AtomicLong oldestDays;

  @Inject
  WatchFollowUps(AgroalDataSource database, KyivCalendar calendar, MeterRegistry meters) {
    this.database = database;
    this.calendar = calendar;
    this.open = meters.gauge("vidnova.follow.ups.open", new AtomicLong());
    this.oldestDays = meters.gauge("vidnova.follow.ups.open.days", new AtomicLong());
  }

  @Scheduled(every = "${vidnova.follow-ups.count-every:1m}", delayed = "10s")
  void count() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(COUNT)) {
      var row = query.executeQuery();
      row.next();
      var oldest = row.getObject(2, OffsetDateTime.class);
      open.set(row.getLong(1));
      oldestDays.set(
          oldest == null ? 0 : Duration.between(oldest.toInstant(), calendar.now()).toDays());
    } catch (SQLException e) {
      throw new IllegalStateException("Follow-ups could not be counted", e);
    }
  }
}
