package ua.vidnova.payments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.payments.support.Payments;

/** Messages as a bank writes them: pain.002.001.10 and camt.054.001.08. */
public final class BankMessages {

  private BankMessages() {}

  /** A message id that no other test uses. */
  public static String anyMessageId() {
    return reference(UUID.randomUUID().toString());
  }

  /** An id of ours as banks give it back. */
  public static String reference(String id) {
    return id.replace("-", "");
  }

  /** A status report on a batch. */
  public static StatusReport statusReport(String batchId) {
    return new StatusReport(batchId);
  }

  /** A notification of bookings. */
  public static Notice notice() {
    return new Notice();
  }

  /** Builds a pain.002. */
  public static final class StatusReport {
    private final String batchId;
    private final List<String> transactions = new ArrayList<>();
    private String messageId = anyMessageId();
    private String group = "";

    private StatusReport(String batchId) {
      this.batchId = batchId;
    }

    public StatusReport calledAs(String id) {
      messageId = id;
      return this;
    }

    public StatusReport group(String status, String reason) {
      group = "<GrpSts>" + status + "</GrpSts>" + reason(reason);
      return this;
    }

    public StatusReport transaction(String instructionId, String status, String reason) {
      return transaction(instructionId, status, reason, null);
    }

    public StatusReport transaction(
        String instructionId, String status, String reason, String amount) {
      transactions.add(
          "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s%s</TxInfAndSts>"
              .formatted(
                  reference(instructionId),
                  status,
                  reason(reason),
                  amount == null
                      ? ""
                      : "<OrgnlTxRef><Amt><InstdAmt Ccy=\"UAH\">"
                          + amount
                          + "</InstdAmt></Amt></OrgnlTxRef>"));
      return this;
    }

    public String xml() {
      return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
        <CstmrPmtStsRpt>
          <GrpHdr><MsgId>%s</MsgId><CreDtTm>%sT00:00:00</CreDtTm></GrpHdr>
          <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId>
            <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>%s</OrgnlGrpInfAndSts>
          %s
        </CstmrPmtStsRpt>
      </Document>
      """
          .formatted(
              messageId,
              Payments.today(),
              reference(batchId),
              group,
              transactions.isEmpty()
                  ? ""
                  : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>"
                      + reference(batchId)
                      + "</OrgnlPmtInfId>"
                      + String.join("\n", transactions)
                      + "</OrgnlPmtInfAndSts>");
    }

    private static String reason(String code) {
      return code == null ? "" : "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn></StsRsnInf>";
    }
  }

  /** Builds a camt.054. */
  public static final class Notice {
    private final List<String> entries = new ArrayList<>();
    private String messageId = anyMessageId();

    public Notice calledAs(String id) {
      messageId = id;
      return this;
    }

    public Notice debited(String instructionId, String amount) {
      return entry(amount, "DBIT", "BOOK", details(instructionId, amount, ""));
    }

    public Notice pending(String instructionId, String amount) {
      return entry(amount, "DBIT", "PDNG", details(instructionId, amount, ""));
    }

    public Notice returned(String instructionId, String amount, String reason) {
      return entry(
          amount,
          "CRDT",
          "BOOK",
          details(instructionId, amount, "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>"));
    }

    /** The bank's own fee. */
    public Notice fee(String amount) {
      return entry(amount, "DBIT", "BOOK", "");
    }

    private Notice entry(String amount, String direction, String status, String details) {
      entries.add(
          """
          <Ntry><Amt Ccy="UAH">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>%s</Cd></Sts>
            <BookgDt><Dt>%s</Dt></BookgDt><BkTxCd/>%s</Ntry>
          """
              .formatted(amount, direction, status, Payments.today(), details));
      return this;
    }

    private static String details(String instructionId, String amount, String more) {
      return "<NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><Amt Ccy=\"UAH\">%s</Amt>%s</TxDtls></NtryDtls>"
          .formatted(reference(instructionId), amount, more);
    }

    public String xml() {
      return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">
        <BkToCstmrDbtCdtNtfctn>
          <GrpHdr><MsgId>%s</MsgId><CreDtTm>%sT00:00:00</CreDtTm></GrpHdr>
          <Ntfctn><Id>1</Id><Acct><Id><IBAN>UA213223130000026007233566001</IBAN></Id></Acct>
            %s</Ntfctn>
        </BkToCstmrDbtCdtNtfctn>
      </Document>
      """
          .formatted(messageId, Payments.today(), String.join("\n", entries));
    }
  }
}
