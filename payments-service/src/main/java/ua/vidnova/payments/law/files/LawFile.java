package ua.vidnova.payments.law.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.law.LawLine;
import ua.vidnova.payments.law.LawLineRules;

/**
 * A file of values of law: CSV as in docs/partners/law-values.md. It is taken whole or not at all,
 * so that nobody approves half of an act.
 */
public final class LawFile {

  static final List<String> COLUMNS =
      List.of("code", "dimension", "value", "act", "article", "source", "validFrom", "validTo");

  private static final int LINES_MAX = 1000;
  private static final int ERRORS_MAX = 100;

  private LawFile() {}

  /**
   * Reads all lines.
   *
   * @throws ProblemException 400 when it cannot be read, 413 when it is too long, 422 naming what
   *     is wrong in which line
   */
  public static List<LawLine> read(byte[] content) {
    var records = records(text(content));
    if (records.isEmpty() || !records.getFirst().toList().equals(COLUMNS)) {
      throw new ProblemException(
          Problems.unreadable("header", "The header is not that of the format")
              .withDetail(String.join(",", COLUMNS)));
    }
    if (records.size() - 1 > LINES_MAX) {
      throw new ProblemException(
          Problem.of(413, "too-large", "The file is larger than allowed")
              .withDetail("At most " + LINES_MAX + " lines."));
    }
    var errors = new ArrayList<FieldError>();
    var lines = new ArrayList<LawLine>();
    for (var record : records.subList(1, records.size())) {
      read(record, errors, lines);
    }
    errors.addAll(LawLineRules.overlaps(lines));
    if (lines.isEmpty() && errors.isEmpty()) {
      errors.add(new FieldError("lines", "required", "The file has no lines."));
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(Problems.invalid(errors.stream().limit(ERRORS_MAX).toList()));
    }
    return lines;
  }

  private static void read(CSVRecord record, List<FieldError> errors, List<LawLine> lines) {
    var number = Math.toIntExact(record.getRecordNumber());
    if (record.size() != COLUMNS.size()) {
      errors.add(
          new FieldError(
              "lines[" + number + "]", "column-count", "Give every column of the header."));
      return;
    }
    LawLineRules.read(number, column -> record.get(COLUMNS.indexOf(column)), errors)
        .ifPresent(lines::add);
  }

  private static List<CSVRecord> records(String text) {
    try (var parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      return parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(
          Problems.unreadable("malformed-csv", "The file is not the CSV that is expected here"));
    }
  }

  private static String text(byte[] content) {
    try {
      var text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ProblemException(Problems.unreadable("not-utf-8", "The file is not UTF-8"));
    }
  }
}
