package ua.vidnova.medical.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicLong;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Counts alerts of which nobody has taken notice in time: gauge {@code vidnova_alerts_late}. Every
 * replica shows the same, so take the maximum.
 */
@ApplicationScoped
public class WatchAlerts {

  private final AlertSettings settings;
  private final KyivCalendar calendar;
  private final AtomicLong late;

  @Inject
  WatchAlerts(AlertSettings settings, KyivCalendar calendar, MeterRegistry meters) {
    this.settings = settings;
    this.calendar = calendar;
    this.late = meters.gauge("vidnova.alerts.late", new AtomicLong());
  }

  @Scheduled(every = "${vidnova.alerts.count-every:1m}", delayed = "10s")
  @Transactional
  void count() {
    late.set(Alert.countOpenSince(calendar.now().minus(settings.acknowledgeWithin())));
  }
}
