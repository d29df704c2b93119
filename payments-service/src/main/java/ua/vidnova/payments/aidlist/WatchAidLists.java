package ua.vidnova.payments.aidlist;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Counts lists of aid that wait for the second person, for the alarms: gauges {@code
 * vidnova_aid_lists_waiting} and {@code vidnova_aid_lists_waiting_days}, the age of the oldest.
 * Every replica shows the same, so take the maximum.
 */
@ApplicationScoped
public class WatchAidLists {

  private static final String COUNT =
      "select count(*), min(proposed_at) from aid_list where state = 'PROPOSED'";

  private final AgroalDataSource database;
  private final KyivCalendar calendar;
  private final AtomicLong waiting;
  private final AtomicLong oldestDays;

  @Inject
  WatchAidLists(AgroalDataSource database, KyivCalendar calendar, MeterRegistry meters) {
    this.database = database;
    this.calendar = calendar;
    this.waiting = meters.gauge("vidnova.aid.lists.waiting", new AtomicLong());
    this.oldestDays = meters.gauge("vidnova.aid.lists.waiting.days", new AtomicLong());
  }

  @Scheduled(every = "${vidnova.payments.review.count-every}", delayed = "1m")
  void count() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(COUNT)) {
      var row = query.executeQuery();
      row.next();
      var oldest = row.getTimestamp(2);
      waiting.set(row.getLong(1));
      oldestDays.set(oldest == null ? 0 : daysSince(oldest.toInstant()));
    } catch (SQLException e) {
      throw new IllegalStateException("Waiting lists could not be counted", e);
    }
  }

  private long daysSince(Instant proposed) {
    return ChronoUnit.DAYS.between(
        LocalDate.ofInstant(proposed, KyivCalendar.KYIV), calendar.today());
  }
}
