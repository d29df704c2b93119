package ua.vidnova.payments.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.batch.files.CollectionListFile;
import ua.vidnova.payments.batch.files.CreditTransferFile;
import ua.vidnova.payments.batch.files.DeliveryListFile;
import ua.vidnova.payments.batch.files.VoucherListFile;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.voucher.Vouchers;

/**
 * Gives a partner its batch. The first time, the file is made and kept, and from then on no
 * instruction in it can be withdrawn; a death that is being worked on is waited for.
 */
@ApplicationScoped
public class HandOverBatch {

  private static final Logger LOG = Logger.getLogger(HandOverBatch.class);

  private final BatchLines lines;
  private final BatchFileStore store;
  private final Offices offices;
  private final Vouchers vouchers;
  private final LegalTerms law;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  HandOverBatch(
      BatchLines lines,
      BatchFileStore store,
      Offices offices,
      Vouchers vouchers,
      LegalTerms law,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.lines = lines;
    this.store = store;
    this.offices = offices;
    this.vouchers = vouchers;
    this.law = law;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public HandOver handOver(UUID batchId, String partner) {
    var found = Batch.findOfPartnerLocked(batchId, partner);
    if (found.isEmpty()) {
      return new HandOver.NotFound();
    }
    var batch = found.get();
    if (batch.state() == BatchState.WITHDRAWN) {
      return new HandOver.NothingToPay();
    }
    if (batch.state() == BatchState.ASSEMBLING) {
      return new HandOver.NotReady();
    }
    var partnership = Partner.get(batch.partner(), batch.channel());
    var isFirst = batch.state() == BatchState.READY;
    if (isFirst) {
      make(batch, partnership);
    }
    audit.readAll("batch-file", lines.residentIds(batchId));
    if (isFirst) {
      audit.wrote("handed-over", "batch", batchId, null);
      LOG.infof("Batch %s handed over to %s", batchId, partner);
    }
    return new HandOver.Ready(batch, partnership.fileFormat());
  }

  private void make(Batch batch, Partner partnership) {
    var heading = heading(batch, partnership.payer());
    if (batch.channel() == Channel.TILL) {
      vouchers.make(batch.id(), heading.payTo());
    }
    var sealed =
        store.write(
            batch.id(),
            out -> {
              var file = opening(partnership.fileFormat()).open(heading, out);
              var sum = lines.forEach(batch.id(), file::write);
              if (sum.count() != heading.lineCount() || sum.totalMinor() != heading.totalMinor()) {
                throw new IllegalStateException("Batch " + batch.id() + " and its lines disagree");
              }
              file.finish();
            });
    batch.handOver(caller.id(), heading.madeAt(), sealed.sha256(), sealed.length());
  }

  private static BatchFile.Opening opening(FileFormat format) {
    return switch (format) {
      case PAIN_001 -> CreditTransferFile::open;
      case DELIVERY_LIST -> DeliveryListFile::open;
      case VOUCHER_LIST -> VoucherListFile::open;
      case COLLECTION_LIST -> CollectionListFile::open;
    };
  }

  private BatchFile.Heading heading(Batch batch, BatchFile.Payer payer) {
    var today = calendar.today();
    var terms = law.read();
    var period = batch.run().period();
    var window =
        PaymentWindowRule.window(
            period,
            today,
            terms.on(period.atDay(1), TermCode.PAYMENT_WINDOW_FIRST_DAY).value(),
            terms.on(period.atDay(1), TermCode.PAYMENT_WINDOW_LAST_DAY).value());
    var day = batch.payOn().filter(agreed -> !agreed.isBefore(today));
    return new BatchFile.Heading(
        batch.id(),
        payer,
        period,
        batch.instructionCount(),
        batch.totalMinor(),
        calendar.now(),
        day.orElse(window.from()),
        day.orElse(window.to()),
        batch.cashPointId().flatMap(offices::find));
  }
}
