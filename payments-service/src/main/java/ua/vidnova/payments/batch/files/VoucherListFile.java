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
 * What one till may hand out: RFC 4180, UTF-8 without BOM. A shop learns no names and no codes: the
 * person shows a paper, whose last four digits of the РНОКПП must agree, and brings the code, whose
 * hash must.
 */
public final class VoucherListFile implements BatchFile {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setQuoteMode(QuoteMode.ALL)
          .setHeader(
              "line",
              "voucherId",
              "rnokppLast4",
              "amount",
              "currency",
              "validFrom",
              "validTo",
              "codeSha256",
              "programme")
          .get();

  private static final int LAST_DIGITS = 4;

  private final Heading heading;
  private final CSVPrinter csv;

  private VoucherListFile(Heading heading, CSVPrinter csv) {
    this.heading = heading;
    this.csv = csv;
  }

  /** Writes the header. */
  public static BatchFile open(Heading heading, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    return new VoucherListFile(heading, new CSVPrinter(writer, FORMAT));
  }

  @Override
  public void write(PaymentLine line) throws IOException {
    csv.printRecord(
        line.line(),
        line.instructionId(),
        lastDigits(line.rnokpp()),
        BigDecimal.valueOf(line.amountMinor(), 2).toPlainString(),
        "UAH",
        heading.payFrom(),
        heading.payTo(),
        line.voucherSha256(),
        SafeText.of(line.programme()));
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }

  private static String lastDigits(String rnokpp) {
    return rnokpp.substring(rnokpp.length() - LAST_DIGITS);
  }
}
