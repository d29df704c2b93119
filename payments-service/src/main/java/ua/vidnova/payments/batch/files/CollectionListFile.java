package ua.vidnova.payments.batch.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import ua.vidnova.payments.batch.BatchFile;
import ua.vidnova.payments.batch.PaymentLine;

/**
 * What a delegated official hands out: RFC 4180, UTF-8 without BOM, with room for the number of the
 * receipt. Of the РНОКПП only the last four digits stand in it.
 */
public final class CollectionListFile implements BatchFile {

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
              "rnokppLast4",
              "month",
              "amount",
              "currency",
              "payFrom",
              "payTo",
              "receiptNumber")
          .get();

  private static final int LAST_DIGITS = 4;

  private final Heading heading;
  private final CSVPrinter csv;

  private CollectionListFile(Heading heading, CSVPrinter csv) {
    this.heading = heading;
    this.csv = csv;
  }

  /** Writes the header. */
  public static BatchFile open(Heading heading, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    return new CollectionListFile(heading, new CSVPrinter(writer, FORMAT));
  }

  @Override
  public void write(PaymentLine line) throws IOException {
    csv.printRecord(
        line.line(),
        line.instructionId(),
        SafeText.of(line.familyName()),
        SafeText.of(line.givenName()),
        SafeText.of(line.patronymic()),
        lastDigits(line.rnokpp()),
        line.month(),
        BigDecimal.valueOf(line.amountMinor(), 2).toPlainString(),
        "UAH",
        heading.payFrom(),
        heading.payTo(),
        "");
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }

  private static String lastDigits(String rnokpp) {
    return rnokpp.substring(rnokpp.length() - LAST_DIGITS);
  }
}
