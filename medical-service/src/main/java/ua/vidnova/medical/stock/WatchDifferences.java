package ua.vidnova.medical.stock;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Counts differences of stock that nobody has explained for {@value #PATIENCE_DAYS} days, for the
 * alarms: gauge {@code vidnova_stock_differences_overdue}. Every replica shows the same, so take
 * the maximum.
 */
@ApplicationScoped
public class WatchDifferences {

  private static final int PATIENCE_DAYS = 3;

  private final KyivCalendar calendar;
  private final AtomicLong overdue;

  @Inject
  WatchDifferences(KyivCalendar calendar, MeterRegistry meters) {
    this.calendar = calendar;
    this.overdue = meters.gauge("vidnova.stock.differences.overdue", new AtomicLong());
  }

  @Scheduled(every = "${vidnova.stock.count-every}", delayed = "1m")
  @Transactional
  void count() {
    overdue.set(
        StockDifference.countOpenSince(calendar.now().minus(Duration.ofDays(PATIENCE_DAYS))));
  }
}
