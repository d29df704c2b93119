package ua.vidnova.registry.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import ua.vidnova.registry.imports.Chunk;
import ua.vidnova.registry.imports.Finding;
import ua.vidnova.registry.imports.LineRefusal;
import ua.vidnova.registry.imports.ListCharset;
import ua.vidnova.registry.imports.ListField;
import ua.vidnova.registry.imports.ListedPersonRules;
import ua.vidnova.registry.imports.ListedPersonRules.Reading;

/** Reads the lines of a file behind its header, from any of them on, chunk by chunk. */
public final class ListFile {

  /** Bytes of a line, its end not counted. */
  static final int LINE_MAX = 8192;

  private final ByteLines lines;
  private final ListCharset charset;
  private final ListHeader header;
  private final ListedPersonRules rules;
  private long position;
  private long number;

  /**
   * Begins to read.
   *
   * @param bytes the file from {@code position} on
   * @param position where a line ends
   * @param number of that line
   */
  public ListFile(
      InputStream bytes,
      long position,
      long number,
      ListCharset charset,
      ListHeader header,
      ListedPersonRules rules) {
    this.lines = new ByteLines(bytes, position, number, LINE_MAX);
    this.position = position;
    this.number = number;
    this.charset = charset;
    this.header = header;
    this.rules = rules;
  }

  /**
   * Reads on; the chunk is empty when the file has ended.
   *
   * @param linesMax how many lines at most
   * @param today in Kyiv
   */
  public Chunk next(int linesMax, LocalDate today) {
    var from = position;
    var entries = new ArrayList<Chunk.Entry>();
    var findings = new ArrayList<Finding>();
    for (var count = 0; count < linesMax; count++) {
      var line = nextLine();
      if (line == null) {
        break;
      }
      position = line.end();
      number = line.number();
      if (line.content().length > 0) {
        var reading = read(line, today);
        findings.addAll(reading.findings());
        reading.person().ifPresent(person -> entries.add(new Chunk.Entry(number, person)));
      }
    }
    return new Chunk(from, position, number, entries, findings);
  }

  private Reading read(ByteLines.Line line, LocalDate today) {
    if (line.tooLong()) {
      return Reading.refused(line.number(), LineRefusal.LINE_TOO_LONG);
    }
    var text = new String(line.content(), charset.charset());
    if (text.chars().anyMatch(one -> Character.isISOControl(one) && one != '\t')) {
      return Reading.refused(line.number(), LineRefusal.CONTROL_CHARACTER);
    }
    var values = CsvLine.split(text, header.delimiter().character());
    if (values.isEmpty()) {
      return Reading.refused(line.number(), LineRefusal.MALFORMED_LINE);
    }
    if (!isWidthOfHeader(values.get())) {
      return Reading.refused(line.number(), LineRefusal.COLUMN_COUNT);
    }
    var fields = new EnumMap<ListField, String>(ListField.class);
    header.places().forEach((field, place) -> fields.put(field, values.get().get(place)));
    return rules.read(line.number(), fields, today);
  }

  /** Spreadsheets add empty cells at the end. */
  private boolean isWidthOfHeader(List<String> values) {
    return values.size() >= header.width()
        && values.stream().skip(header.width()).allMatch(String::isBlank);
  }

  private ByteLines.Line nextLine() {
    try {
      return lines.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
