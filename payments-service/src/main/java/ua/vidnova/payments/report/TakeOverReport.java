package ua.vidnova.payments.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.batch.TakeReport;

/**
 * Takes over the lines of a report that is kept, chunk by chunk, each in one transaction with all
 * that follows from it. Whatever stops it, the next round goes on behind the last chunk; two that
 * work at one report take turns.
 */
@ApplicationScoped
public class TakeOverReport {

  private static final Logger LOG = Logger.getLogger(TakeOverReport.class);
  private static final int LINES_PER_CHUNK = 1000;

  private final Reports reports;
  private final TakeReport takeReport;
  private final KyivCalendar calendar;

  @Inject
  TakeOverReport(Reports reports, TakeReport takeReport, KyivCalendar calendar) {
    this.reports = reports;
    this.takeReport = takeReport;
    this.calendar = calendar;
  }

  /**
   * Goes on with a report.
   *
   * @param within how long to begin new chunks; what is left then is for the next round
   */
  public void takeOver(UUID reportId, Duration within) {
    var until = Instant.now().plus(within);
    var more = true;
    while (more && Instant.now().isBefore(until)) {
      more = QuarkusTransaction.requiringNew().call(() -> takeChunk(reportId));
    }
  }

  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void goOnWithWhatIsLeft() {
    for (var reportId : reports.listUnfinished(calendar.now().minus(Duration.ofMinutes(2)))) {
      LOG.infof("Report %s is gone on with", reportId);
      takeOver(reportId, Duration.ofMinutes(5));
    }
  }

  /** Returns false when no line is left. */
  private boolean takeChunk(UUID reportId) {
    var chunk = reports.lockChunk(reportId, LINES_PER_CHUNK);
    if (chunk.isEmpty()) {
      return false;
    }
    var lines = chunk.get().lines();
    var verdicts =
        takeReport.apply(
            chunk.get().partner(), lines.stream().map(Reports.WaitingLine::outcome).toList());
    reports.advance(reportId, chunk.get(), verdicts, calendar.now());
    return !chunk.get().isLast();
  }
}
