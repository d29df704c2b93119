package ua.vidnova.registry.imports.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.registry.imports.Delimiter;
import ua.vidnova.registry.imports.Headers;
import ua.vidnova.registry.imports.ImportMapping;
import ua.vidnova.registry.imports.ListCharset;
import ua.vidnova.registry.imports.ListField;

/**
 * The first line of a file, as a mapping understands it.
 *
 * @param end position behind the line
 * @param places column of each field, from 0
 * @param width number of columns
 * @param errors columns of the mapping that the file lacks or repeats
 */
public record ListHeader(
    Delimiter delimiter,
    long end,
    Map<ListField, Integer> places,
    int width,
    List<FieldError> errors) {

  /** Reads a header; the delimiter, when the mapping leaves it open, is the one that fits best. */
  public static ListHeader read(byte[] beginning, ListCharset charset, ImportMapping mapping) {
    var line = firstLine(beginning);
    var text = new String(line.content(), charset.charset());
    var delimiters =
        mapping.delimiter() == null
            ? Arrays.stream(Delimiter.values())
            : Stream.of(mapping.delimiter());
    return delimiters
        .map(delimiter -> read(text, line.end(), delimiter, mapping))
        .reduce((best, other) -> other.places.size() > best.places.size() ? other : best)
        .orElseThrow();
  }

  private static ListHeader read(
      String line, long end, Delimiter delimiter, ImportMapping mapping) {
    var names = CsvLine.split(line, delimiter.character()).orElse(List.of());
    var fields = new HashMap<String, ListField>();
    mapping.columns().forEach((header, field) -> fields.put(Headers.comparable(header), field));
    var places = new EnumMap<ListField, Integer>(ListField.class);
    var errors = new ArrayList<FieldError>();
    for (var place = 0; place < names.size(); place++) {
      var field = fields.get(Headers.comparable(names.get(place)));
      if (field != null && places.put(field, place) != null) {
        errors.add(
            new FieldError(field.name(), "repeated-column", "The header has this column twice."));
      }
    }
    fields.values().stream()
        .filter(field -> !places.containsKey(field))
        .sorted()
        .forEach(
            field ->
                errors.add(
                    new FieldError(
                        field.name(),
                        "missing-column",
                        "The header lacks the column that the mapping reads this from.")));
    return new ListHeader(delimiter, end, places, names.size(), errors);
  }

  private static ByteLines.Line firstLine(byte[] beginning) {
    try {
      var line = new ByteLines(new ByteArrayInputStream(beginning), 0, 0, ListFile.LINE_MAX).next();
      return line == null ? new ByteLines.Line(1, new byte[0], false, 0) : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
