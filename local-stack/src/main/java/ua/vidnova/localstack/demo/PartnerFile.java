package ua.vidnova.localstack.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What partners read out of the files that they take. */
final class PartnerFile {
  private static final int INSTRUCTION_ID = 1;
  private static final int RNOKPP = 5;
  private static final int MONTH = 9;

  private PartnerFile() {}

  /**
   * One payment.
   *
   * @param payee РНОКПП
   * @param month YYYY-MM
   */
  record Payment(String instructionId, String payee, String month) {}

  /** Reads the post's delivery list: every field is quoted, none holds a line break. */
  static List<Payment> ofDeliveryList(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> line.substring(1, line.length() - 1).split("\",\"", -1))
        .map(fields -> new Payment(fields[INSTRUCTION_ID], fields[RNOKPP], fields[MONTH]))
        .toList();
  }

  /** Reads the credit transfers of a bank's pain.001. */
  static List<Payment> ofCreditTransfers(byte[] xml) {
    NodeList transfers = parse(xml).getElementsByTagNameNS("*", "CdtTrfTxInf");
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i < transfers.getLength(); i++) {
      Element transfer = (Element) transfers.item(i);
      Element payee = (Element) transfer.getElementsByTagNameNS("*", "PrvtId").item(0);
      String remittance = text(transfer, "Ustrd");
      payments.add(
          new Payment(
              withHyphens(text(transfer, "EndToEndId")),
              text(payee, "Id"),
              remittance.substring(remittance.length() - "YYYY-MM".length())));
    }
    return payments;
  }

  private static Document parse(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // The usual one prints on standard error.
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new StepFailed("The bank's file is no well-formed XML", e);
    }
  }

  private static String text(Element element, String name) {
    return element.getElementsByTagNameNS("*", name).item(0).getTextContent();
  }

  /** An instruction's id as payments has it, of the form in which a bank's file has it. */
  static String withHyphens(String id) {
    return id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }
}
