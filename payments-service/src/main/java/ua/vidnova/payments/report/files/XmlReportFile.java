package ua.vidnova.payments.report.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.report.ReportFile;
import ua.vidnova.payments.report.ReportTaker;

/**
 * A bank's file: {@code pain.002.001.10} or {@code camt.054.001.08}, read element by element and
 * held against ISO's schema on the way. A document type, and with it every entity, is refused;
 * nothing outside of the file is ever opened.
 */
public final class XmlReportFile implements ReportFile {

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final Schema SCHEMA = schema();
  private static final SAXParserFactory PARSERS = parsers();

  private final DigestInputStream bytes;
  private final PartnerProfile profile;

  private XmlReportFile(DigestInputStream bytes, PartnerProfile profile) {
    this.bytes = bytes;
    this.profile = profile;
  }

  /**
   * A file that was not read yet.
   *
   * @param profile what the partner's words mean
   */
  public static ReportFile open(InputStream bytes, PartnerProfile profile) {
    try {
      return new XmlReportFile(
          new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256")), profile);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void read(ReportTaker taker) {
    try {
      PARSERS.newSAXParser().parse(bytes, new Iso20022Handler(profile, taker));
    } catch (SAXParseException e) {
      throw new ProblemException(unreadable(e));
    } catch (DateTimeException e) {
      throw new ProblemException(
          Problems.unreadable("schema", "A time is none of a calendar's in use")
              .withDetail("Nothing of it was taken."));
    } catch (IOException e) {
      throw new ProblemException(
          Problems.unreadable("incomplete", "The file broke off, or is not in its encoding")
              .withDetail("Send it again. Nothing of it was taken."));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("The XML parser failed", e);
    }
  }

  @Override
  public byte[] sha256() {
    return bytes.getMessageDigest().digest();
  }

  /** The parser's own words would repeat what stands there: only where and which rule is told. */
  private static Problem unreadable(SAXParseException e) {
    var where = "line " + e.getLineNumber() + ", column " + e.getColumnNumber();
    var rule = e.getMessage() == null ? "" : e.getMessage().split(":", 2)[0];
    if (e.getMessage() != null && e.getMessage().contains(NO_DOCTYPE)) {
      return Problems.unreadable("doctype", "A document type is not allowed");
    }
    return rule.matches("cvc-[a-zA-Z0-9.-]+")
        ? Problems.unreadable("schema", "The message is not what ISO's schema allows")
            .withDetail("Nothing of it was taken.")
            .withErrors(List.of(new FieldError(where, rule, "See this rule of XML Schema.")))
        : Problems.unreadable("malformed-xml", "The file is no well-formed XML, or broke off")
            .withDetail("Nothing of it was taken.")
            .withErrors(
                List.of(new FieldError(where, "malformed", "It cannot be read from here.")));
  }

  private static SAXParserFactory parsers() {
    try {
      var factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setXIncludeAware(false);
      factory.setSchema(SCHEMA);
      return factory;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("No safe XML parser", e);
    }
  }

  private static Schema schema() {
    try {
      var factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(
          new Source[] {source("pain.002.001.10.xsd"), source("camt.054.001.08.xsd")});
    } catch (SAXException e) {
      throw new IllegalStateException("ISO's schemas cannot be read", e);
    }
  }

  private static Source source(String name) {
    return new StreamSource(
        XmlReportFile.class.getResourceAsStream("/contracts/iso20022/" + name), name);
  }
}
