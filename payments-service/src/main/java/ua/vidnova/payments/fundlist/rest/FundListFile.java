package ua.vidnova.payments.fundlist.rest;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import ua.vidnova.payments.fundlist.DecidedCase;
import ua.vidnova.payments.fundlist.UnpaidUnit;

/** A page of the Pension Fund's lists as a file: RFC 4180, UTF-8, every field quoted. */
final class FundListFile {

  private FundListFile() {}

  static String ofDecisions(List<DecidedCase> cases) {
    return write(
        List.of(
            "resumptionId",
            "rnokpp",
            "decision",
            "decidedOn",
            "firstMonth",
            "arrears",
            "currency",
            "reason"),
        cases.stream()
            .map(
                one ->
                    row(
                        one.resumptionId(),
                        one.rnokpp(),
                        one.decision(),
                        one.decidedOn(),
                        one.firstMonth(),
                        hryvnias(one.arrearsMinor()),
                        "UAH",
                        harmless(one.reason())))
            .toList());
  }

  static String ofUnpaid(List<UnpaidUnit> units) {
    return write(
        List.of("unitId", "rnokpp", "month", "amount", "currency", "cause", "reason", "occurredOn"),
        units.stream()
            .map(
                one ->
                    row(
                        one.unitId(),
                        one.rnokpp(),
                        one.month(),
                        hryvnias(one.amountMinor()),
                        "UAH",
                        one.cause(),
                        one.reason(),
                        one.occurredOn()))
            .toList());
  }

  private static Object[] row(Object... fields) {
    return fields;
  }

  private static String hryvnias(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  /** People open it in a spreadsheet: free text is text, whatever it looks like. */
  private static String harmless(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    var oneLine = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return !oneLine.isEmpty() && "=+-@".indexOf(oneLine.charAt(0)) >= 0 ? "'" + oneLine : oneLine;
  }

  private static String write(List<String> header, List<Object[]> rows) {
    var text = new StringWriter();
    var format =
        CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.ALL)
            .setNullString("")
            .setHeader(header.toArray(String[]::new))
            .get();
    try (var csv = new CSVPrinter(text, format)) {
      for (var row : rows) {
        csv.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
