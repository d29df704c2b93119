package ua.vidnova.localstack.partners;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A bank: accepts or rejects each credit transfer by {@code pain.002.001.10}, and tells by {@code
 * camt.054.001.08} what it booked and what came back. Its words: {@link #BOOKED}, {@link
 * #REJECTED}, {@link #RETURNED}, {@link #PENDING}.
 */
public final class PlayedBank extends PlayedPartner {

  public static final String BOOKED = "BOOKED";
  public static final String REJECTED = "REJECTED";

  /** Booked, and sent back by the payee's bank. */
  public static final String RETURNED = "RETURNED";

  /** Accepted, and not booked yet. */
  public static final String PENDING = "PENDING";

  /** Of a hundred payments, so many are rejected at once, and so many come back later. */
  private static final int REJECTED_PERCENT = 3;

  private static final int RETURNED_PERCENT = 3;
  private static final String XML = "application/xml";

  public PlayedBank(RandomGenerator random, LocalDate today) {
    super(random, today);
  }

  @Override
  public String client() {
    return "oschadbank";
  }

  @Override
  public List<PaymentOrder> read(byte[] file) {
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
      List<PaymentOrder> orders = new ArrayList<>();
      String reference = "";
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("EndToEndId")) {
          reference = xml.getElementText();
        } else if (xml.getLocalName().equals("InstdAmt")) {
          orders.add(new PaymentOrder(reference, xml.getElementText()));
        }
      }
      return orders;
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("The bank's file is no well-formed XML", e);
    }
  }

  @Override
  protected String chance() {
    int fortune = random.nextInt(100);
    if (fortune < REJECTED_PERCENT) {
      return REJECTED;
    }
    return fortune < REJECTED_PERCENT + RETURNED_PERCENT ? RETURNED : BOOKED;
  }

  @Override
  protected List<PartnerMessage> report(String batchId, List<PaymentOrder> orders) {
    List<String> statuses = new ArrayList<>();
    List<String> entries = new ArrayList<>();
    for (PaymentOrder order : orders) {
      String fate = fateOf(order);
      statuses.add(
          fate.equals(REJECTED)
              ? status(order, "RJCT", "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>")
              : status(order, "ACSP", ""));
      if (fate.equals(BOOKED)) {
        entries.add(entry(order, "DBIT", ""));
      } else if (fate.equals(RETURNED)) {
        entries.add(entry(order, "CRDT", "<RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf>"));
      }
    }
    List<PartnerMessage> messages = new ArrayList<>();
    messages.add(PartnerMessage.of(XML, statusReport(batchId, statuses)));
    if (!entries.isEmpty()) {
      messages.add(PartnerMessage.of(XML, notice(entries)));
    }
    return messages;
  }

  private static String status(PaymentOrder order, String status, String reason) {
    return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s</TxInfAndSts>\n"
        .formatted(order.reference(), status, reason);
  }

  private String entry(PaymentOrder order, String direction, String returned) {
    return """
    <Ntry><Amt Ccy="UAH">%2$s</Amt><CdtDbtInd>%3$s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
    <BookgDt><Dt>%4$s</Dt></BookgDt><BkTxCd/><NtryDtls><TxDtls>
    <Refs><EndToEndId>%1$s</EndToEndId></Refs><Amt Ccy="UAH">%2$s</Amt>%5$s</TxDtls></NtryDtls></Ntry>
    """
        .formatted(order.reference(), order.amount(), direction, today, returned);
  }

  private String statusReport(String batchId, List<String> statuses) {
    String reference = batchId.replace("-", "");
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
    <GrpHdr><MsgId>%s</MsgId><CreDtTm>%sT00:00:00</CreDtTm></GrpHdr>
    <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
    <GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
    <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>
    %s</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
    """
        .formatted(messageId(), today, reference, reference, String.join("", statuses));
  }

  private String notice(List<String> entries) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
    <GrpHdr><MsgId>%s</MsgId><CreDtTm>%sT00:00:00</CreDtTm></GrpHdr>
    <Ntfctn><Id>1</Id><Acct><Id><Othr><Id>NOTPROVIDED</Id></Othr></Id></Acct>
    %s</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
    """
        .formatted(messageId(), today, entries.stream().collect(Collectors.joining()));
  }

  private String messageId() {
    return "PLAYED%016x".formatted(random.nextLong());
  }
}
