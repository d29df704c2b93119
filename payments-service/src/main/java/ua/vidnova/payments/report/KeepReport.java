package ua.vidnova.payments.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.batch.Batch;
import ua.vidnova.payments.batch.BatchState;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.run.InstructionState;

/**
 * Reads a partner's file to its end and keeps what it says, all in one transaction: of a file that
 * breaks off, or that its schema does not allow, nothing is kept. Nothing is taken over yet.
 */
@ApplicationScoped
public class KeepReport {

  private static final int LINES_PER_INSERT = 1000;

  private final Reports reports;
  private final TransactionLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  KeepReport(
      Reports reports,
      TransactionLock lock,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.reports = reports;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /** Keeps a file of the partner that calls. */
  public TakeReportOutcome keep(PartnerProfile profile, ReportFile file) {
    QuarkusTransaction.begin();
    try {
      var outcome = keep(new Reading(Ids.newId(), profile), file);
      if (outcome instanceof TakeReportOutcome.Kept) {
        QuarkusTransaction.commit();
      }
      return outcome;
    } finally {
      if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        QuarkusTransaction.rollback();
      }
    }
  }

  private TakeReportOutcome keep(Reading reading, ReportFile file) {
    file.read(reading);
    reading.write();
    var partner = reading.profile.edrpou();
    var sha256 = file.sha256();
    lock.waitForOthersWith("partner-report:" + partner);
    var known = reports.findByContent(partner, sha256);
    if (known.isPresent()) {
      return new TakeReportOutcome.Known(known.get());
    }
    if (reading.messageId != null
        && reports.isMessageKnown(partner, reading.format, reading.messageId)) {
      return new TakeReportOutcome.MessageIdReused();
    }
    if (reading.namesBatch) {
      var batch =
          Optional.ofNullable(reading.batchId).flatMap(id -> Batch.findOfPartner(id, partner));
      if (batch.isEmpty()) {
        return new TakeReportOutcome.NoSuchBatch();
      }
      if (batch.get().state() != BatchState.HANDED_OVER) {
        return new TakeReportOutcome.NotHandedOver();
      }
      reading.writeOthers();
    }
    reports.insert(
        new Reports.Header(
            reading.reportId,
            partner,
            reading.format,
            reading.messageId,
            sha256,
            caller.id(),
            calendar.now(),
            reading.lines,
            reading.passedOver));
    audit.wrote("received", "partner-report", reading.reportId, null);
    return new TakeReportOutcome.Kept(reading.reportId);
  }

  /** Gathers lines and writes them in groups. */
  private final class Reading implements ReportTaker {

    private final UUID reportId;
    private final PartnerProfile profile;
    private final List<ReportedLine> waiting = new ArrayList<>();
    private ReportFormat format = ReportFormat.DELIVERY_LIST;
    private String messageId;
    private boolean namesBatch;
    private UUID batchId;
    private ReportedLine ofOthers;
    private int lines;
    private int passedOver;

    Reading(UUID reportId, PartnerProfile profile) {
      this.reportId = reportId;
      this.profile = profile;
    }

    @Override
    public void message(ReportFormat readFormat, String readMessageId) {
      format = readFormat;
      messageId = readMessageId;
    }

    @Override
    public void batch(String reference) {
      namesBatch = true;
      var prefix = profile.messageIdPrefix();
      batchId =
          reference.startsWith(prefix)
              ? ReportTaker.idOf(reference.substring(prefix.length()))
              : null;
    }

    @Override
    public void line(ReportedLine line) {
      waiting.add(line);
      if (waiting.size() == LINES_PER_INSERT) {
        write();
      }
    }

    @Override
    public void passOver() {
      passedOver++;
    }

    @Override
    public void others(InstructionState outcome, String code, LocalDate occurredOn) {
      ofOthers = new ReportedLine(null, outcome, code, occurredOn, null, null);
    }

    void write() {
      reports.insertLines(reportId, batchId, lines, waiting);
      lines += waiting.size();
      waiting.clear();
    }

    /** What the message says of all goes for those instructions of its batch that it names not. */
    void writeOthers() {
      if (ofOthers != null) {
        lines += reports.insertOthers(reportId, lines, batchId, ofOthers);
      }
    }
  }
}
