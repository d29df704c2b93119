package ua.vidnova.payments.report.files;

import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.report.ReportFormat;
import ua.vidnova.payments.report.ReportTaker;

/** Follows the path of elements and gives each, with its text, to the reader of the message. */
final class Iso20022Handler extends DefaultHandler {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";

  /** No field of these messages is longer; what is, would only fill the memory. */
  private static final int TEXT_LENGTH_MAX = 2000;

  private final PartnerProfile profile;
  private final ReportTaker taker;
  private final StringBuilder path = new StringBuilder();
  private final Deque<Integer> parents = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private MessageReader message;

  Iso20022Handler(PartnerProfile profile, ReportTaker taker) {
    this.profile = profile;
    this.taker = taker;
  }

  /** Reads one kind of message. Paths are of local names below {@code Document}. */
  interface MessageReader {

    void begin(String path, Attributes attributes);

    /**
     * An element has ended.
     *
     * @param text of the element itself, without what surrounds it
     */
    void end(String path, String text);
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (message == null) {
      message = reader(uri);
      return;
    }
    parents.push(path.length());
    path.append(path.isEmpty() ? "" : "/").append(name);
    text.setLength(0);
    message.begin(path.toString(), attributes);
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    if (parents.isEmpty()) {
      return;
    }
    message.end(path.toString(), text.toString().strip());
    path.setLength(parents.pop());
    text.setLength(0);
  }

  @Override
  public void characters(char[] characters, int from, int length) throws SAXParseException {
    if (text.length() + length > TEXT_LENGTH_MAX) {
      throw new SAXParseException("cvc-maxLength-valid: too long", null);
    }
    text.append(characters, from, length);
  }

  @Override
  public void error(SAXParseException e) throws SAXParseException {
    throw e;
  }

  @Override
  public void fatalError(SAXParseException e) throws SAXParseException {
    throw e;
  }

  private MessageReader reader(String namespace) {
    var format =
        namespace.equals(NAMESPACE + "pain.002.001.10")
            ? ReportFormat.PAIN_002
            : ReportFormat.CAMT_054;
    if (!profile.reportsWith(format)) {
      throw new ProblemException(
          Problem.of(422, "format-not-agreed", "Your profile does not report in this form"));
    }
    return switch (format) {
      case PAIN_002 -> new StatusReport(profile, taker);
      case CAMT_054, DELIVERY_LIST -> new BookingNotice(profile, taker);
    };
  }
}
