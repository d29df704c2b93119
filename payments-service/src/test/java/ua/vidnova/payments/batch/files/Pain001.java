package ua.vidnova.payments.batch.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.SAXException;

/** Reads a file as a bank would: first against ISO's schema, then field by field. */
public final class Pain001 {

  private static final String SCHEMA = "/contracts/iso20022/pain.001.001.09.xsd";

  private Pain001() {}

  /**
   * Holds a file against ISO's schema.
   *
   * @throws SAXException when the schema does not allow it
   */
  public static void validate(String xml) throws SAXException, IOException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Pain001.class.getResource(SCHEMA))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  /** The text at a path of local names, such as {@code //GrpHdr/NbOfTxs}. */
  public static String text(String xml, String path) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(false);
      var document =
          factory
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
      return XPathFactory.newInstance().newXPath().evaluate(path, document);
    } catch (ParserConfigurationException
        | SAXException
        | IOException
        | XPathExpressionException e) {
      throw new AssertionError(e);
    }
  }
}
