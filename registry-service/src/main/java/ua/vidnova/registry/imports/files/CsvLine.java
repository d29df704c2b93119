package ua.vidnova.registry.imports.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** One line of CSV. */
final class CsvLine {

  private CsvLine() {}

  /** Splits a record; empty when its quotes are broken. A line without quotes needs no parser. */
  static Optional<List<String>> split(String line, char delimiter) {
    return line.indexOf('"') < 0 ? Optional.of(plain(line, delimiter)) : quoted(line, delimiter);
  }

  private static List<String> plain(String line, char delimiter) {
    var fields = new ArrayList<String>();
    var from = 0;
    for (var to = line.indexOf(delimiter); to >= 0; to = line.indexOf(delimiter, from)) {
      fields.add(line.substring(from, to));
      from = to + 1;
    }
    fields.add(line.substring(from));
    return fields;
  }

  private static Optional<List<String>> quoted(String line, char delimiter) {
    var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    try (var parser = CSVParser.parse(line, format)) {
      var records = parser.getRecords();
      return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
