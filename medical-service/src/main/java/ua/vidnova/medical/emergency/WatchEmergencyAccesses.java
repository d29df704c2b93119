package ua.vidnova.medical.emergency;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.reach.EmergencyAccess;

/**
 * Reports each day how many records were opened in emergencies and nobody has reviewed for a day:
 * gauge {@code vidnova_emergency_accesses_unreviewed} and a line of the log, without anybody's id.
 * Every replica shows the same, so take the maximum.
 */
@ApplicationScoped
public class WatchEmergencyAccesses {

  private static final Logger LOG = Logger.getLogger(WatchEmergencyAccesses.class);

  private final KyivCalendar calendar;
  private final AtomicLong unreviewed;

  @Inject
  WatchEmergencyAccesses(KyivCalendar calendar, MeterRegistry meters) {
    this.calendar = calendar;
    this.unreviewed = meters.gauge("vidnova.emergency.accesses.unreviewed", new AtomicLong());
  }

  @Scheduled(every = "${vidnova.emergency.count-every}", delayed = "1m")
  @Transactional
  void count() {
    var aDayAgo = calendar.now().minus(Duration.ofDays(1));
    unreviewed.set(EmergencyAccess.countUnreviewedSince(aDayAgo));
  }

  @Scheduled(cron = "${vidnova.emergency.report-cron}", timeZone = "Europe/Kyiv")
  @Transactional
  void report() {
    count();
    LOG.infof("%d records that were opened in an emergency wait for a review", unreviewed.get());
  }
}
