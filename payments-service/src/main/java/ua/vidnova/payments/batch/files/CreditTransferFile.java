package ua.vidnova.payments.batch.files;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ua.vidnova.payments.batch.BatchFile;
import ua.vidnova.payments.batch.PaymentLine;
import ua.vidnova.payments.iso20022.pain001.GroupHeader85;

/**
 * A bank's file: ISO 20022 {@code pain.001.001.09}, one payment information block, one credit
 * transfer for each instruction, written transfer by transfer.
 */
public final class CreditTransferFile implements BatchFile {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  private static final JAXBContext CONTEXT = context();

  private final XMLStreamWriter xml;
  private final Marshaller marshaller;
  private final CreditTransferParts parts;

  private CreditTransferFile(XMLStreamWriter xml, Marshaller marshaller, Heading heading) {
    this.xml = xml;
    this.marshaller = marshaller;
    this.parts = new CreditTransferParts(heading);
  }

  /** Writes everything above the first transfer. */
  public static BatchFile open(Heading heading, OutputStream out) throws IOException {
    try {
      var marshaller = CONTEXT.createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      var xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      var file = new CreditTransferFile(xml, marshaller, heading);
      file.begin(heading);
      return file;
    } catch (XMLStreamException | JAXBException e) {
      throw new IOException("The credit transfer file could not be begun", e);
    }
  }

  private void begin(Heading heading) throws XMLStreamException, JAXBException {
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement(NAMESPACE, "Document");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "CstmrCdtTrfInitn");
    part("GrpHdr", parts.groupHeader());

    xml.writeStartElement(NAMESPACE, "PmtInf");
    text("PmtInfId", CreditTransferParts.reference(heading.batchId()));
    text("PmtMtd", "TRF");
    text("BtchBookg", "true");
    text("NbOfTxs", Integer.toString(heading.lineCount()));
    text("CtrlSum", BigDecimal.valueOf(heading.totalMinor(), 2).toPlainString());
    part("ReqdExctnDt", parts.executionDate());
    part("Dbtr", parts.payer());
    part("DbtrAcct", parts.payerAccount());
    part("DbtrAgt", parts.payerBank());
    text("ChrgBr", "DEBT");
  }

  @Override
  public void write(PaymentLine line) throws IOException {
    try {
      part("CdtTrfTxInf", parts.transfer(line));
    } catch (JAXBException e) {
      throw new IOException("A credit transfer could not be written", e);
    }
  }

  @Override
  public void finish() throws IOException {
    try {
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException("The credit transfer file could not be ended", e);
    }
  }

  private void text(String element, String content) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, element);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  private <T> void part(String element, T content) throws JAXBException {
    @SuppressWarnings("unchecked")
    var type = (Class<T>) content.getClass();
    marshaller.marshal(new JAXBElement<>(new QName(NAMESPACE, element), type, content), xml);
  }

  private static JAXBContext context() {
    try {
      return JAXBContext.newInstance(GroupHeader85.class.getPackageName());
    } catch (JAXBException e) {
      throw new IllegalStateException("The classes of pain.001 do not fit together", e);
    }
  }
}
