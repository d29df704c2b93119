package ua.vidnova.bench.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Tables that come with the bench. */
final class Tables {
  private static final CSVFormat WITH_HEADER =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private Tables() {}

  /** The rows of a CSV resource with a header line. */
  static List<CSVRecord> read(String resource) {
    var stream = Objects.requireNonNull(Tables.class.getResourceAsStream(resource), resource);
    try (var text = new InputStreamReader(stream, UTF_8);
        var rows = WITH_HEADER.parse(text)) {
      return rows.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
