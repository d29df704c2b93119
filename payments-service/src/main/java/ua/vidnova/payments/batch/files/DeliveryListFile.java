package ua.vidnova.payments.batch.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.payments.batch.BatchFile;
import ua.vidnova.payments.batch.PaymentLine;

/**
 * The post's delivery list: RFC 4180, UTF-8 without BOM, every field quoted. People open it in a
 * spreadsheet, so a name that a spreadsheet would take for a formula begins with an apostrophe, and
 * phones stand without their plus sign.
 */
public final class DeliveryListFile implements BatchFile {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setQuoteMode(QuoteMode.ALL)
          .setHeader(
              "line",
              "instructionId",
              "familyName",
              "givenName",
              "patronymic",
              "rnokpp",
              "phone",
              "settlement",
              "settlementName",
              "month",
              "amount",
              "currency",
              "payFrom",
              "payTo",
              "officeIndex",
              "officeName",
              "programme")
          .get();

  private final Heading heading;
  private final CSVPrinter csv;

  private DeliveryListFile(Heading heading, CSVPrinter csv) {
    this.heading = heading;
    this.csv = csv;
  }

  /** Writes the header. */
  public static BatchFile open(Heading heading, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    return new DeliveryListFile(heading, new CSVPrinter(writer, FORMAT));
  }

  @Override
  public void write(PaymentLine line) throws IOException {
    csv.printRecord(
        line.line(),
        line.instructionId(),
        SafeText.of(line.familyName()),
        SafeText.of(line.givenName()),
        SafeText.of(line.patronymic()),
        line.rnokpp(),
        line.phone() == null ? "" : line.phone().replace("+", ""),
        line.settlement(),
        Territories.ukraine().find(line.settlement()).map(Territory::nameUk).orElse(""),
        line.month(),
        BigDecimal.valueOf(line.amountMinor(), 2).toPlainString(),
        "UAH",
        heading.payFrom(),
        heading.payTo(),
        heading.office().map(BatchFile.Office::index).orElse(""),
        heading.office().map(BatchFile.Office::name).map(SafeText::of).orElse(""),
        SafeText.of(line.programme()));
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }
}
