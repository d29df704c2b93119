package ua.vidnova.payments.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.problems.LoggableFailure;
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

  private final Reports reports;
  private final TakeReport takeReport;
  private final KyivCalendar calendar;
  private final int linesPerChunk;

  @Inject
  TakeOverReport(
      Reports reports,
      TakeReport takeReport,
      KyivCalendar calendar,
      @ConfigProperty(name = "vidnova.payments.reports.lines-per-chunk") int linesPerChunk) {
    this.reports = reports;
    this.takeReport = takeReport;
    this.calendar = calendar;
    this.linesPerChunk = linesPerChunk;
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
      try {
        takeOver(reportId, Duration.ofMinutes(5));
      } catch (RuntimeException e) {
        LOG.warnf(LoggableFailure.of(e), "Report %s waits for the next round", reportId);
      }
    }
  }

  /** Returns false when no line is left. */
  private boolean takeChunk(UUID reportId) {
    var chunk = reports.lockChunk(reportId, linesPerChunk);
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
