package ua.vidnova.payments.law;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ua.vidnova.chassis.problems.FieldError;

/** Reads the fields of one line of a file of values, or says what is wrong with each. */
public final class LawLineRules {

  private static final int TEXT_LENGTH_MAX = 300;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final int line;
  private final Function<String, String> fields;
  private final List<FieldError> errors;

  private LawLineRules(int line, Function<String, String> fields, List<FieldError> errors) {
    this.line = line;
    this.fields = fields;
    this.errors = errors;
  }

  /**
   * Reads one line.
   *
   * @param line number in the file
   * @param fields the text in each column
   * @param errors takes what is wrong
   */
  public static Optional<LawLine> read(
      int line, Function<String, String> fields, List<FieldError> errors) {
    var found = new ArrayList<FieldError>();
    var read = new LawLineRules(line, fields, found).read();
    errors.addAll(found);
    return found.isEmpty() ? Optional.of(read) : Optional.empty();
  }

  /** Each line that speaks of days of which an earlier one speaks. */
  public static List<FieldError> overlaps(List<LawLine> lines) {
    var errors = new ArrayList<FieldError>();
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (lines.subList(0, i).stream().anyMatch(line::overlaps)) {
        errors.add(
            error(line.line(), "validFrom", "overlaps", "An earlier line speaks of these days."));
      }
    }
    return errors;
  }

  private LawLine read() {
    var code = code();
    var dimension = text("dimension");
    if (code != null && !code.takes(dimension)) {
      refuse("dimension", "unknown-dimension", "This code is not divided so.");
    }
    var value = code == null ? null : value(code);
    var from = date("validFrom");
    var to = text("validTo").isEmpty() ? null : date("validTo");
    if (from != null && to != null && !to.isAfter(from)) {
      refuse("validTo", "not-after-start", "It must lie after validFrom.");
    }
    if (code != null && code.beginsInMarch() && from != null && !isFirstOfMarch(from)) {
      refuse("validFrom", "not-first-of-march", "Indexation begins on a first of March.");
    }
    return new LawLine(
        line, code, dimension, value, said("act"), said("article"), said("source"), from, to);
  }

  private static boolean isFirstOfMarch(LocalDate day) {
    return day.getMonth() == Month.MARCH && day.getDayOfMonth() == 1;
  }

  private LawCode code() {
    var text = text("code");
    var code = Stream.of(LawCode.values()).filter(one -> one.name().equals(text)).findFirst();
    if (code.isEmpty()) {
      refuse("code", "unknown-code", "See the list of codes in the format.");
    }
    return code.orElse(null);
  }

  private BigDecimal value(LawCode code) {
    var form =
        switch (code.unit()) {
          case KOPIYKAS -> "\\d{1,9}\\.\\d{2}";
          case COEFFICIENT -> "\\d{1,3}(\\.\\d{1,6})?";
          case COUNT -> "\\d{1,3}";
        };
    var text = text("value");
    if (!text.matches(form)) {
      refuse("value", "not-a-value", "Hryvnias as 2595.00, coefficients as 1.121, counts as 65.");
      return null;
    }
    var value = new BigDecimal(text);
    if (value.signum() == 0 && code.unit() != LawUnit.COUNT) {
      refuse("value", "not-a-value", "It must be more than nothing.");
    }
    return code.unit() == LawUnit.KOPIYKAS ? value.movePointRight(2) : value;
  }

  private LocalDate date(String field) {
    var text = text(field);
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // answered below
    }
    refuse(field, "not-a-date", "Give it as YYYY-MM-DD.");
    return null;
  }

  private String said(String field) {
    var text = text(field);
    if (text.isEmpty()) {
      refuse(field, "required", "Say where the value stands.");
    } else if (text.length() > TEXT_LENGTH_MAX) {
      refuse(field, "too-long", "At most " + TEXT_LENGTH_MAX + " characters.");
    } else if (text.chars().anyMatch(Character::isISOControl)) {
      refuse(field, "control-character", "Write it without control characters.");
    }
    return text;
  }

  private String text(String field) {
    return Normalizer.normalize(fields.apply(field), Normalizer.Form.NFC).strip();
  }

  private void refuse(String field, String code, String message) {
    errors.add(error(line, field, code, message));
  }

  private static FieldError error(int line, String field, String code, String message) {
    return new FieldError("lines[" + line + "]." + field, code, message);
  }
}
