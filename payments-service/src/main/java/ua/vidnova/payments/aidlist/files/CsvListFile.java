package ua.vidnova.payments.aidlist.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.aidlist.LineFault;
import ua.vidnova.payments.aidlist.ListConfig;
import ua.vidnova.payments.aidlist.ListFile;
import ua.vidnova.payments.aidlist.ListLineRules;
import ua.vidnova.payments.aidlist.RefusedListLine;
import ua.vidnova.payments.awardimport.files.BoundedLines;

/**
 * Reads a list: CSV with the columns {@code category}, {@code rnokpp} or {@code residentId} or
 * both, and {@code papers} if any, as in docs/partners/aid-list.md. A record is one line.
 */
public final class CsvListFile implements ListFile {

  private static final Set<String> COLUMNS = Set.of("rnokpp", "residentId", "category", "papers");
  private static final int LINE_LENGTH_MAX = 1024;

  private final MessageDigest digest;
  private final BoundedLines lines;
  private final int linesMax;
  private final Map<String, Integer> places;

  private CsvListFile(MessageDigest digest, BoundedLines lines, int linesMax) {
    this.digest = digest;
    this.lines = lines;
    this.linesMax = linesMax;
    this.places = header();
  }

  /**
   * Reads the header.
   *
   * @throws ProblemException 400 when it is not UTF-8 or lacks a column, 413 when it is too large
   */
  public static CsvListFile open(InputStream bytes, ListConfig limits) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return new CsvListFile(
          digest,
          new BoundedLines(new DigestInputStream(bytes, digest), LINE_LENGTH_MAX),
          limits.linesMax());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<Reading> next() {
    for (var line = nextLine(); line != null; line = nextLine()) {
      if (line.number() > linesMax) {
        throw new ProblemException(
            Problem.of(413, "too-large", "The file is larger than allowed")
                .withDetail("It has more than " + linesMax + " lines; split it."));
      }
      if (!line.text().isEmpty()) {
        return Optional.of(read(line));
      }
    }
    return Optional.empty();
  }

  @Override
  public byte[] sha256() {
    return digest.digest();
  }

  private Reading read(BoundedLines.Line line) {
    if (line.tooLong()) {
      return refused(line, LineFault.LINE_TOO_LONG);
    }
    if (line.text().chars().anyMatch(Character::isISOControl)) {
      return refused(line, LineFault.CONTROL_CHARACTER);
    }
    var fields = split(line.text());
    if (fields.isEmpty()) {
      return refused(line, LineFault.MALFORMED_LINE);
    }
    if (fields.get().size() != places.size()) {
      return refused(line, LineFault.COLUMN_COUNT);
    }
    return ListLineRules.read(
        line.number(),
        column -> places.containsKey(column) ? fields.get().get(places.get(column)) : "");
  }

  private static Reading refused(BoundedLines.Line line, LineFault fault) {
    return new Reading.Refused(RefusedListLine.of(line.number(), LineFault.WHOLE_LINE, fault));
  }

  private Map<String, Integer> header() {
    var line = nextLine();
    var names =
        line == null || line.tooLong() ? List.<String>of() : split(line.text()).orElse(List.of());
    var errors = new ArrayList<FieldError>();
    var found = new HashMap<String, Integer>();
    for (var place = 0; place < names.size(); place++) {
      var name = names.get(place).strip();
      if (!COLUMNS.contains(name)) {
        errors.add(
            new FieldError(
                "column " + (place + 1), "unknown-column", "Remove it or name it as the format."));
      } else if (found.put(name, place) != null) {
        errors.add(new FieldError(name, "repeated-column", "Give this column once."));
      }
    }
    if (!found.containsKey("category")) {
      errors.add(new FieldError("category", "missing-column", "Add this column."));
    }
    if (!found.containsKey("rnokpp") && !found.containsKey("residentId")) {
      errors.add(new FieldError("rnokpp", "missing-column", "Add this column or residentId."));
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problems.unreadable("header", "The header is not that of the format").withErrors(errors));
    }
    return found;
  }

  /** Splits one record; empty when its quotes are broken. */
  private static Optional<List<String>> split(String line) {
    try (var parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
      var records = parser.getRecords();
      return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private BoundedLines.Line nextLine() {
    try {
      return lines.next();
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          Problems.unreadable("not-utf-8", "The file is not UTF-8")
              .withDetail("Save it as UTF-8. Nothing of it was kept."));
    } catch (IOException e) {
      throw new ProblemException(
          Problems.unreadable("incomplete", "The file broke off")
              .withDetail("Send it again. Nothing of it was kept."));
    }
  }
}
