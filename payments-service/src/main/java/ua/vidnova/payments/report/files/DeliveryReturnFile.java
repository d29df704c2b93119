package ua.vidnova.payments.report.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import ua.vidnova.chassis.http.YearsInUse;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.awardimport.files.BoundedLines;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.report.ReportFile;
import ua.vidnova.payments.report.ReportTaker;
import ua.vidnova.payments.report.ReportedLine;
import ua.vidnova.payments.report.Unreadable;

/**
 * The post's delivery list, returned: UTF-8, RFC 4180 with one record a line, the columns {@value
 * #ID}, {@value #STATUS} and {@value #ON} added or filled in, {@value #AMOUNT} compared when it is
 * there, all others passed over. What a status means is in the partner's profile.
 */
public final class DeliveryReturnFile implements ReportFile {

  static final String ID = "instructionId";
  static final String STATUS = "status";
  static final String ON = "statusOn";
  static final String AMOUNT = "amount";

  private static final int LINE_LENGTH_MAX = 4096;
  private static final int LINES_MAX = 200_000;

  private final MessageDigest digest;
  private final BoundedLines lines;
  private final PartnerProfile profile;
  private Map<String, Integer> places = Map.of();

  private DeliveryReturnFile(MessageDigest digest, BoundedLines lines, PartnerProfile profile) {
    this.digest = digest;
    this.lines = lines;
    this.profile = profile;
  }

  /**
   * A file that was not read yet.
   *
   * @param profile what the partner's words mean
   */
  public static ReportFile open(InputStream bytes, PartnerProfile profile) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return new DeliveryReturnFile(
          digest, new BoundedLines(new DigestInputStream(bytes, digest), LINE_LENGTH_MAX), profile);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void read(ReportTaker taker) {
    places = header();
    for (var line = next(); line != null; line = next()) {
      if (line.number() > LINES_MAX) {
        throw new ProblemException(
            Problem.of(413, "too-large", "The file is larger than allowed")
                .withDetail("It has more than " + LINES_MAX + " lines; split it."));
      }
      if (!line.text().isEmpty()) {
        taker.line(line(line));
      }
    }
  }

  @Override
  public byte[] sha256() {
    return digest.digest();
  }

  private ReportedLine line(BoundedLines.Line line) {
    var fields = line.tooLong() ? List.<String>of() : split(line.text());
    if (fields.size() != places.size()) {
      return ReportedLine.unreadable(null, Unreadable.LINE);
    }
    var id = id(fields.get(places.get(ID)));
    if (id == null) {
      return ReportedLine.unreadable(null, Unreadable.INSTRUCTION_ID);
    }
    var status = fields.get(places.get(STATUS)).strip();
    var meaning = profile.find(status);
    if (meaning.isEmpty()) {
      return ReportedLine.unreadable(id, Unreadable.UNKNOWN_STATUS);
    }
    var on = day(fields.get(places.get(ON)));
    if (on == null) {
      return ReportedLine.unreadable(id, Unreadable.DATE);
    }
    var told = places.containsKey(AMOUNT) ? fields.get(places.get(AMOUNT)).strip() : "";
    var amount = told.isEmpty() ? null : IsoValues.kopiykas(told);
    if (!told.isEmpty() && amount == null) {
      return ReportedLine.unreadable(id, Unreadable.AMOUNT);
    }
    return new ReportedLine(id, meaning.get().outcome(), status, on, amount, null);
  }

  private static UUID id(String text) {
    return ReportTaker.idOf(text.strip().replace("-", ""));
  }

  private static LocalDate day(String text) {
    try {
      return YearsInUse.check(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Map<String, Integer> header() {
    var line = next();
    var names = line == null || line.tooLong() ? List.<String>of() : split(line.text());
    var found = new HashMap<String, Integer>();
    var errors = new ArrayList<FieldError>();
    for (var place = 0; place < names.size(); place++) {
      if (found.put(names.get(place).strip(), place) != null) {
        errors.add(
            new FieldError("column " + (place + 1), "repeated-column", "Give this column once."));
      }
    }
    for (var column : List.of(ID, STATUS, ON)) {
      if (!found.containsKey(column)) {
        errors.add(new FieldError(column, "missing-column", "Add this column."));
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(
          Problems.unreadable("header", "The header is not that of the format").withErrors(errors));
    }
    return found;
  }

  /** Splits one record; nothing when its quotes are broken. */
  private static List<String> split(String line) {
    try (var parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
      var records = parser.getRecords();
      return records.size() == 1 ? records.getFirst().toList() : List.of();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private BoundedLines.Line next() {
    try {
      return lines.next();
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          Problems.unreadable("not-utf-8", "The file is not UTF-8")
              .withDetail("Save it as UTF-8. Nothing of it was taken."));
    } catch (IOException e) {
      throw new ProblemException(
          Problems.unreadable("incomplete", "The file broke off")
              .withDetail("Send it again. Nothing of it was taken."));
    }
  }
}
