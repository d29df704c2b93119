package ua.vidnova.payments.awardimport.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.awardimport.AwardFile;
import ua.vidnova.payments.awardimport.AwardLineRules;
import ua.vidnova.payments.awardimport.ImportConfig;
import ua.vidnova.payments.awardimport.LineRefusal;
import ua.vidnova.payments.awardimport.RefusedLine;

/**
 * Reads a file of awards: CSV as in docs/partners/award-import.md. A record is one line, so that a
 * line with broken quotes spoils no other. What is wrong with the whole file is a problem.
 */
public final class CsvAwardFile implements AwardFile {

  /** The columns, each of which must stand once in the header, in any order. */
  static final List<String> COLUMNS =
      List.of(
          "rnokpp",
          "familyName",
          "givenName",
          "patronymic",
          "birthDate",
          "monthlyAmount",
          "firstUnpaidMonth",
          "stopReason",
          "fault",
          "settlement");

  /** Columns that may stand in the header as well. */
  static final List<String> OPTIONAL_COLUMNS =
      List.of("pensionKind", "grantedOn", "baseAmount", "insuranceYears", "working", "sex");

  private static final int LINE_LENGTH_MAX = 4096;

  private final MessageDigest digest;
  private final BoundedLines lines;
  private final int linesMax;
  private final Map<String, Integer> places;

  private CsvAwardFile(MessageDigest digest, BoundedLines lines, int linesMax) {
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
  public static CsvAwardFile open(InputStream bytes, ImportConfig limits) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var lines = new BoundedLines(new DigestInputStream(bytes, digest), LINE_LENGTH_MAX);
      return new CsvAwardFile(digest, lines, limits.linesMax());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<AwardLineRules.Reading> next(LocalDate today) {
    for (var line = nextLine(); line != null; line = nextLine()) {
      if (line.number() > linesMax) {
        throw tooLarge("The file has more than " + linesMax + " lines; split it.");
      }
      if (!line.text().isEmpty()) {
        return Optional.of(read(line, today));
      }
    }
    return Optional.empty();
  }

  @Override
  public byte[] sha256() {
    return digest.digest();
  }

  private AwardLineRules.Reading read(BoundedLines.Line line, LocalDate today) {
    if (line.tooLong()) {
      return refused(line, LineRefusal.LINE_TOO_LONG);
    }
    if (line.text().chars().anyMatch(Character::isISOControl)) {
      return refused(line, LineRefusal.CONTROL_CHARACTER);
    }
    var fields = split(line.text());
    if (fields.isEmpty()) {
      return refused(line, LineRefusal.MALFORMED_LINE);
    }
    if (fields.get().size() != places.size()) {
      return refused(line, LineRefusal.COLUMN_COUNT);
    }
    return AwardLineRules.read(
        line.number(),
        column -> places.containsKey(column) ? fields.get().get(places.get(column)) : "",
        today);
  }

  private static AwardLineRules.Reading refused(BoundedLines.Line line, LineRefusal why) {
    return new AwardLineRules.Reading.Refused(
        List.of(new RefusedLine(line.number(), LineRefusal.WHOLE_LINE, why)));
  }

  private Map<String, Integer> header() {
    var line = nextLine();
    var names = line == null || line.tooLong() ? List.<String>of() : headerNames(line.text());
    var errors = new ArrayList<FieldError>();
    var found = new HashMap<String, Integer>();
    for (var place = 0; place < names.size(); place++) {
      var name = names.get(place);
      if (!COLUMNS.contains(name) && !OPTIONAL_COLUMNS.contains(name)) {
        errors.add(
            new FieldError(
                "column " + (place + 1), "unknown-column", "Remove it or name it as the format."));
      } else if (found.put(name, place) != null) {
        errors.add(new FieldError(name, "repeated-column", "Give this column once."));
      }
    }
    COLUMNS.stream()
        .filter(column -> !found.containsKey(column))
        .forEach(
            column -> errors.add(new FieldError(column, "missing-column", "Add this column.")));
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problems.unreadable("header", "The header is not that of the format").withErrors(errors));
    }
    return found;
  }

  private static List<String> headerNames(String line) {
    return split(line).orElse(List.of()).stream().map(String::strip).toList();
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
              .withDetail("Save it as UTF-8. Nothing of it was imported."));
    } catch (IOException e) {
      throw new ProblemException(
          Problems.unreadable("incomplete", "The file broke off")
              .withDetail("Send it again. Nothing of it was imported."));
    }
  }

  private static ProblemException tooLarge(String detail) {
    return new ProblemException(
        Problem.of(413, "too-large", "The file is larger than allowed").withDetail(detail));
  }
}
