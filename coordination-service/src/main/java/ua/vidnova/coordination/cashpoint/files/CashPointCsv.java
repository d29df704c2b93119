package ua.vidnova.coordination.cashpoint.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.coordination.cashpoint.CashPointKind;
import ua.vidnova.coordination.cashpoint.CashPointState;
import ua.vidnova.coordination.cashpoint.Description;
import ua.vidnova.coordination.cashpoint.Limits;
import ua.vidnova.coordination.cashpoint.Link;
import ua.vidnova.coordination.cashpoint.LoadCashPoints;
import ua.vidnova.coordination.cashpoint.Power;
import ua.vidnova.coordination.cashpoint.Served;
import ua.vidnova.coordination.cashpoint.Status;

/**
 * Reads an operator's list: CSV as in docs/partners/cash-points.md, UTF-8, amounts in hryvnias. A
 * line that cannot be read is refused with its first field at fault; a file that is none, whole.
 */
public final class CashPointCsv {

  public static final int LINES_MAX = 5000;

  private static final List<String> COLUMNS =
      List.of(
          "code",
          "kind",
          "name",
          "homeSettlement",
          "serves",
          "postalIndex",
          "amountMin",
          "amountMax",
          "amountMultiple",
          "dailyFloat",
          "state",
          "since",
          "power",
          "link");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private CashPointCsv() {}

  /** Lines that could be read, and those that could not. */
  public record Reading(List<LoadCashPoints.Line> lines, List<LoadCashPoints.Refused> refused) {}

  /** A field of one line that cannot be read. */
  private static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    Unreadable(String field, String code) {
      super(field, null, false, false);
      this.field = field;
      this.code = code;
    }
  }

  /**
   * Reads a whole list.
   *
   * @throws ProblemException 400 when it is not UTF-8, not CSV, or lacks a column; 413 when it has
   *     more than {@value #LINES_MAX} lines
   */
  public static Reading read(String operator, InputStream bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var parser = CSVParser.parse(new InputStreamReader(bytes, decoder), FORMAT)) {
      requireColumns(parser.getHeaderNames());
      var reading = new Reading(new ArrayList<>(), new ArrayList<>());
      for (var record : parser) {
        if (record.getRecordNumber() > LINES_MAX) {
          throw new ProblemException(Problems.tooLarge());
        }
        take(operator, record, reading);
      }
      return reading;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ProblemException(
          Problems.unreadable("malformed-csv", "The list is not CSV in UTF-8 with a header"));
    }
  }

  private static void requireColumns(List<String> header) {
    if (!new HashSet<>(header).equals(Set.copyOf(COLUMNS))) {
      throw new ProblemException(
          Problems.unreadable("header", "The header is not that of the format")
              .withErrors(
                  COLUMNS.stream()
                      .filter(column -> !header.contains(column))
                      .map(column -> new FieldError(column, "missing-column", "Add this column."))
                      .toList()));
    }
  }

  private static void take(String operator, CSVRecord record, Reading reading) {
    var number = (int) record.getRecordNumber();
    try {
      if (!record.isConsistent()) {
        throw new Unreadable("line", "column-count");
      }
      reading
          .lines()
          .add(new LoadCashPoints.Line(number, description(operator, record), status(record)));
    } catch (Unreadable e) {
      reading.refused().add(new LoadCashPoints.Refused(number, e.field, e.code));
    }
  }

  private static Description description(String operator, CSVRecord record) {
    return new Description(
        operator,
        required(record, "code", Function.identity()),
        required(record, "kind", CashPointKind::valueOf),
        required(record, "name", Function.identity()),
        required(record, "homeSettlement", Function.identity()),
        required(record, "serves", CashPointCsv::serves),
        optional(record, "postalIndex", Function.identity()),
        new Limits(
            optional(record, "amountMin", CashPointCsv::kopiykas),
            optional(record, "amountMax", CashPointCsv::kopiykas),
            optional(record, "amountMultiple", CashPointCsv::kopiykas),
            optional(record, "dailyFloat", CashPointCsv::kopiykas)));
  }

  private static Status status(CSVRecord record) {
    return new Status(
        required(record, "state", CashPointState::valueOf),
        required(record, "since", LocalDate::parse),
        optional(record, "power", Power::valueOf),
        optional(record, "link", Link::valueOf),
        null);
  }

  /** {@code UA…:TUESDAY+2026-12-09;UA…}: settlements with their days. */
  private static List<Served> serves(String text) {
    return Arrays.stream(text.split(";", -1)).map(String::strip).map(CashPointCsv::served).toList();
  }

  private static Served served(String text) {
    var parts = text.split(":", 2);
    var weekdays = new HashSet<DayOfWeek>();
    var dates = new HashSet<LocalDate>();
    if (parts.length == 2) {
      for (var day : parts[1].split("\\+", -1)) {
        if (!day.isEmpty() && Character.isDigit(day.charAt(0))) {
          dates.add(LocalDate.parse(day));
        } else {
          weekdays.add(DayOfWeek.valueOf(day));
        }
      }
    }
    return new Served(parts[0], weekdays, dates);
  }

  private static Long kopiykas(String hryvnias) {
    if (!hryvnias.matches("\\d{1,12}(\\.\\d{1,2})?")) {
      throw new IllegalArgumentException("no amount");
    }
    return new BigDecimal(hryvnias).movePointRight(2).longValueExact();
  }

  private static <T> T required(CSVRecord record, String column, Function<String, T> reader) {
    var value = optional(record, column, reader);
    if (value == null) {
      throw new Unreadable(column, "required");
    }
    return value;
  }

  private static <T> T optional(CSVRecord record, String column, Function<String, T> reader) {
    var text = record.get(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Unreadable(column, "malformed");
    }
  }
}
