package ua.vidnova.payments.report.files;

import java.time.LocalDate;
import org.xml.sax.Attributes;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.report.ReportFormat;
import ua.vidnova.payments.report.ReportTaker;
import ua.vidnova.payments.report.ReportedLine;
import ua.vidnova.payments.report.StatusRules;
import ua.vidnova.payments.report.Unreadable;

/**
 * {@code pain.002.001.10}: what the bank did with a file. A status of the group, or of the one
 * payment information block that a file of ours has, holds for every transaction that is not named;
 * of PART alone nothing follows.
 */
final class StatusReport implements Iso20022Handler.MessageReader {

  private static final String ROOT = "CstmrPmtStsRpt/";
  private static final String GROUP = ROOT + "OrgnlGrpInfAndSts/";
  private static final String BLOCK = ROOT + "OrgnlPmtInfAndSts/";
  private static final String TRANSACTION = BLOCK + "TxInfAndSts";
  private static final String PARTLY = "PART";

  private final PartnerProfile profile;
  private final ReportTaker taker;
  private LocalDate madeOn;
  private String groupStatus;
  private String groupReason;
  private Transaction transaction = new Transaction();

  StatusReport(PartnerProfile profile, ReportTaker taker) {
    this.profile = profile;
    this.taker = taker;
  }

  /** What one transaction's element has said so far. */
  private static final class Transaction {
    private String reference;
    private String status;
    private String reason;
    private LocalDate settledOn;
    private String currency;
    private String amount;
  }

  @Override
  public void begin(String path, Attributes attributes) {
    if (path.equals(TRANSACTION)) {
      transaction = new Transaction();
    } else if (path.equals(TRANSACTION + "/OrgnlTxRef/Amt/InstdAmt")) {
      transaction.currency = attributes.getValue("Ccy");
    }
  }

  @Override
  public void end(String path, String text) {
    switch (path) {
      case ROOT + "GrpHdr/MsgId" -> taker.message(ReportFormat.PAIN_002, text);
      case ROOT + "GrpHdr/CreDtTm" -> madeOn = IsoValues.day(text);
      case GROUP + "OrgnlMsgId" -> taker.batch(text);
      case GROUP + "GrpSts" -> groupStatus = text;
      case GROUP + "StsRsnInf/Rsn/Cd", GROUP + "StsRsnInf/Rsn/Prtry" -> groupReason = text;
      case BLOCK + "PmtInfSts" -> groupStatus = text;
      case BLOCK + "StsRsnInf/Rsn/Cd", BLOCK + "StsRsnInf/Rsn/Prtry" -> groupReason = text;
      case TRANSACTION + "/OrgnlEndToEndId" -> transaction.reference = text;
      case TRANSACTION + "/TxSts" -> transaction.status = text;
      case TRANSACTION + "/StsRsnInf/Rsn/Cd", TRANSACTION + "/StsRsnInf/Rsn/Prtry" ->
          transaction.reason = text;
      case TRANSACTION + "/OrgnlTxRef/IntrBkSttlmDt" -> transaction.settledOn = IsoValues.day(text);
      case TRANSACTION + "/OrgnlTxRef/Amt/InstdAmt" -> transaction.amount = text;
      case TRANSACTION -> taker.line(line());
      case "CstmrPmtStsRpt" -> others();
      default -> {}
    }
  }

  private ReportedLine line() {
    var id = ReportTaker.idOf(transaction.reference);
    if (id == null) {
      return ReportedLine.unreadable(null, Unreadable.INSTRUCTION_ID);
    }
    var status = transaction.status == null ? groupStatus : transaction.status;
    if (status == null || status.equals(PARTLY)) {
      return ReportedLine.unreadable(id, Unreadable.UNKNOWN_STATUS);
    }
    var amount = IsoValues.kopiykas(transaction.amount, transaction.currency);
    if (transaction.amount != null && amount == null) {
      return ReportedLine.unreadable(id, Unreadable.AMOUNT);
    }
    return new ReportedLine(
        id,
        StatusRules.outcome(status, transaction.reason, profile),
        transaction.reason == null ? status : transaction.reason,
        transaction.settledOn == null ? madeOn : transaction.settledOn,
        amount,
        null);
  }

  private void others() {
    if (groupStatus != null && !groupStatus.equals(PARTLY)) {
      taker.others(
          StatusRules.outcome(groupStatus, groupReason, profile),
          groupReason == null ? groupStatus : groupReason,
          madeOn);
    }
  }
}
