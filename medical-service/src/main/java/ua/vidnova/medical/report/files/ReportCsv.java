package ua.vidnova.medical.report.files;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import ua.vidnova.medical.mds.Band;
import ua.vidnova.medical.report.DailyReport;
import ua.vidnova.medical.report.Row;
import ua.vidnova.medical.report.Scope;

/**
 * A report as a table: RFC 4180, a line for each item and one for the consultations. A column that
 * an item does not have is empty; so are all columns of an item whose counts are withheld.
 */
public final class ReportCsv {

  private static final List<Band> BANDS =
      List.of(
          Band.UNDER_1,
          Band.FROM_1_TO_4,
          Band.FROM_5_TO_17,
          Band.FROM_18_TO_64,
          Band.FROM_65,
          Band.UNDER_5,
          Band.FROM_5);

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "scope",
              "from",
              "to",
              "item",
              "section",
              "nameEn",
              "nameUk",
              "under1",
              "from1To4",
              "from5To17",
              "from18To64",
              "from65",
              "under5",
              "from5",
              "total")
          .get();

  private ReportCsv() {}

  public static String write(DailyReport report) {
    var text = new StringWriter();
    try (var table = new CSVPrinter(text, FORMAT)) {
      for (var row : report.rows()) {
        table.printRecord(line(report, row));
      }
      var last = start(report);
      last.addAll(List.of("", "", "Consultations", "Консультації"));
      BANDS.forEach(band -> last.add(""));
      last.add(report.consultations());
      table.printRecord(last);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<Object> line(DailyReport report, Row row) {
    var line = start(report);
    line.add(row.item().number());
    line.add(row.item().section());
    line.add(row.name().en());
    line.add(row.name().uk());
    BANDS.forEach(band -> line.add(row.counts().getOrDefault(band, null)));
    line.add(row.withheld() ? null : row.total());
    return line;
  }

  private static List<Object> start(DailyReport report) {
    var scope =
        switch (report.scope()) {
          case Scope.Area area -> area.code();
          case Scope.Brigade brigade -> brigade.id();
          case Scope.Trip trip -> trip.id();
        };
    return new ArrayList<>(List.of(scope, report.days().from(), report.days().to()));
  }
}
