package ua.vidnova.payments.report.files;

import java.time.LocalDate;
import java.util.UUID;
import org.xml.sax.Attributes;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.report.ReportFormat;
import ua.vidnova.payments.report.ReportTaker;
import ua.vidnova.payments.report.ReportedLine;
import ua.vidnova.payments.report.Unreadable;
import ua.vidnova.payments.run.InstructionState;

/**
 * {@code camt.054.001.08}: what was booked on the payer's account. A booked debit that names an
 * instruction proves that it was paid; a booked credit with a return reason, or a reversal, that it
 * came back. Entries that name none are the bank's own matters.
 */
final class BookingNotice implements Iso20022Handler.MessageReader {

  private static final String ROOT = "BkToCstmrDbtCdtNtfctn/";
  private static final String ENTRY = ROOT + "Ntfctn/Ntry";
  private static final String DETAILS = ENTRY + "/NtryDtls/TxDtls";
  private static final String NOT_PROVIDED = "NOTPROVIDED";

  private final PartnerProfile profile;
  private final ReportTaker taker;
  private LocalDate madeOn;
  private Entry entry = new Entry();
  private Details details = new Details();

  BookingNotice(PartnerProfile profile, ReportTaker taker) {
    this.profile = profile;
    this.taker = taker;
  }

  /** One booking, which may have several transactions. */
  private static final class Entry {
    private String direction;
    private boolean reversal;
    private String status;
    private LocalDate bookedOn;
    private boolean detailed;
  }

  /** One transaction of a booking. */
  private static final class Details {
    private String reference;
    private String direction;
    private String amount;
    private String currency;
    private String returnReason;
    private boolean returned;
  }

  @Override
  public void begin(String path, Attributes attributes) {
    switch (path) {
      case ENTRY -> entry = new Entry();
      case DETAILS -> details = new Details();
      case DETAILS + "/Amt" -> details.currency = attributes.getValue("Ccy");
      case DETAILS + "/RtrInf" -> details.returned = true;
      default -> {}
    }
  }

  @Override
  public void end(String path, String text) {
    switch (path) {
      case ROOT + "GrpHdr/MsgId" -> taker.message(ReportFormat.CAMT_054, text);
      case ROOT + "GrpHdr/CreDtTm" -> madeOn = IsoValues.day(text);
      case ENTRY + "/CdtDbtInd" -> entry.direction = text;
      case ENTRY + "/RvslInd" -> entry.reversal = text.equals("true") || text.equals("1");
      case ENTRY + "/Sts/Cd" -> entry.status = text;
      case ENTRY + "/BookgDt/Dt", ENTRY + "/BookgDt/DtTm" -> entry.bookedOn = IsoValues.day(text);
      case DETAILS + "/Refs/EndToEndId" -> details.reference = text;
      case DETAILS + "/CdtDbtInd" -> details.direction = text;
      case DETAILS + "/Amt" -> details.amount = text;
      case DETAILS + "/RtrInf/Rsn/Cd", DETAILS + "/RtrInf/Rsn/Prtry" -> details.returnReason = text;
      case DETAILS -> detail();
      case ENTRY -> {
        if (!entry.detailed) {
          taker.passOver();
        }
      }
      default -> {}
    }
  }

  private void detail() {
    entry.detailed = true;
    if (details.reference == null || details.reference.equals(NOT_PROVIDED)) {
      taker.passOver();
      return;
    }
    var id = ReportTaker.idOf(details.reference);
    var amount = IsoValues.kopiykas(details.amount, details.currency);
    if (id == null) {
      taker.line(ReportedLine.unreadable(null, Unreadable.INSTRUCTION_ID));
    } else if (details.amount != null && amount == null) {
      taker.line(ReportedLine.unreadable(id, Unreadable.AMOUNT));
    } else {
      line(id, amount);
    }
  }

  private void line(UUID id, Long amount) {
    var direction = details.direction == null ? entry.direction : details.direction;
    var cameBack = details.returned || entry.reversal || direction.equals("CRDT");
    var outcome = InstructionState.ISSUED;
    if ("BOOK".equals(entry.status)) {
      outcome = cameBack ? profile.unpaidBecause(details.returnReason) : InstructionState.PAID;
    }
    taker.line(
        new ReportedLine(
            id,
            outcome,
            cameBack ? details.returnReason : entry.status,
            entry.bookedOn == null ? madeOn : entry.bookedOn,
            amount,
            null));
  }
}
