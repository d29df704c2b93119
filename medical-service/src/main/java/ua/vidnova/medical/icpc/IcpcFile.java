package ua.vidnova.medical.icpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;

/**
 * A dictionary file, read line by line: UTF-8 CSV (RFC 4180), with or without a byte order mark,
 * with either end of line. What is wrong is collected, so that one reading names it all.
 */
final class IcpcFile implements AutoCloseable {

  static final List<String> COLUMNS = List.of("code", "kind", "nameUk", "nameEn", "withdrawnOn");

  private static final int ERRORS_MAX = 100;
  private static final int NAME_LENGTH_MAX = 500;
  private static final Pattern CODE = Pattern.compile("[!-~]{1,16}");
  private static final Set<String> KINDS = Set.of("REASON", "DIAGNOSIS", "ACTION", "ANY");

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Set<String> seen = new HashSet<>();
  private final List<FieldError> errors = new ArrayList<>();

  private IcpcFile(CSVParser parser) {
    this.parser = parser;
    this.records = parser.iterator();
  }

  /**
   * Reads the header.
   *
   * @throws ProblemException 400 when it cannot be read or is another format's
   */
  static IcpcFile open(InputStream bytes) {
    try {
      var file = new IcpcFile(CSVParser.parse(text(bytes), CSVFormat.RFC4180));
      if (!file.hasNext() || !file.records.next().toList().equals(COLUMNS)) {
        throw new ProblemException(
            Problems.unreadable("header", "The header is not that of the format")
                .withDetail(String.join(",", COLUMNS)));
      }
      return file;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The next codes that are acceptable; empty when the file has ended. */
  List<IcpcCode> next(int max) {
    var codes = new ArrayList<IcpcCode>();
    while (codes.size() < max && errors.size() < ERRORS_MAX && hasNext()) {
      read(records.next()).ifPresent(codes::add);
    }
    return codes;
  }

  /** What is wrong in the lines read so far, the first hundred; an empty file is wrong too. */
  List<FieldError> errors() {
    return seen.isEmpty() && errors.isEmpty()
        ? List.of(new FieldError("lines", "required", "The file has no codes."))
        : errors;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    }
  }

  private Optional<IcpcCode> read(CSVRecord record) {
    var line = "lines[" + (record.getRecordNumber() - 1) + "]";
    if (record.size() != COLUMNS.size()) {
      return refused(line, "column-count", "Give every column of the header.");
    }
    var code = record.get(0);
    var kind = record.get(1);
    var nameUk = record.get(2).strip();
    var nameEn = record.get(3).strip();
    if (!CODE.matcher(code).matches()) {
      return refused(line + ".code", "not-a-code", "1 to 16 Latin letters, digits and marks.");
    }
    if (!seen.add(code)) {
      return refused(line + ".code", "repeated", "Give each code once.");
    }
    if (!KINDS.contains(kind)) {
      return refused(line + ".kind", "not-a-kind", "REASON, DIAGNOSIS, ACTION or ANY.");
    }
    if (nameUk.isEmpty()) {
      return refused(line + ".nameUk", "required", "Give the name.");
    }
    if (isNoName(nameUk)) {
      return refused(line + ".nameUk", "not-a-name", "At most 500 printable characters.");
    }
    if (isNoName(nameEn)) {
      return refused(line + ".nameEn", "not-a-name", "At most 500 printable characters.");
    }
    return day(line, record.get(4))
        .map(
            withdrawnOn ->
                new IcpcCode(
                    code,
                    IcpcCode.Kind.valueOf(kind),
                    nameUk,
                    nameEn.isEmpty() ? null : nameEn,
                    withdrawnOn.orElse(null)));
  }

  private static boolean isNoName(String name) {
    return name.length() > NAME_LENGTH_MAX || name.chars().anyMatch(Character::isISOControl);
  }

  private Optional<Optional<LocalDate>> day(String line, String text) {
    try {
      return Optional.of(
          text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip())));
    } catch (DateTimeParseException e) {
      return refused(line + ".withdrawnOn", "not-a-date", "A day such as 2026-01-31, or nothing.");
    }
  }

  private <T> Optional<T> refused(String field, String code, String message) {
    errors.add(new FieldError(field, code, message));
    return Optional.empty();
  }

  private static Reader text(InputStream bytes) throws IOException {
    var reader =
        new PushbackReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    var first = reader.read();
    if (first >= 0 && first != '\uFEFF') {
      reader.unread(first);
    }
    return reader;
  }

  private static ProblemException unreadable(IOException failure) {
    return new ProblemException(
        failure instanceof CharacterCodingException
            ? Problems.unreadable("not-utf-8", "The file is not UTF-8")
            : Problems.unreadable(
                "malformed-csv", "The file is not the CSV that is expected here"));
  }
}
