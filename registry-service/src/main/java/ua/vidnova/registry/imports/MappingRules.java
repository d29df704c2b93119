package ua.vidnova.registry.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.contracts.reference.Territories;

/** Decides whether a mapping can make people out of lines. */
final class MappingRules {

  private static final int HEADER_LENGTH_MAX = 100;
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final int NAME_LENGTH_MAX = 60;

  private MappingRules() {}

  /** What is wrong with a mapping; empty when nothing is. */
  static List<FieldError> examine(String name, ImportMapping mapping) {
    var errors = new ArrayList<FieldError>();
    if (name.length() > NAME_LENGTH_MAX || !NAME.matcher(name).matches()) {
      errors.add(
          error("name", "format", "Small letters a to z, digits, and hyphens between them."));
    }
    if (Territories.ukraine().find(mapping.territory()).isEmpty()) {
      errors.add(error("territory", "unknown", "KATOTTG has no such code."));
    }
    checkHeaders(mapping, errors);
    checkFields(mapping, errors);
    return errors;
  }

  private static void checkHeaders(ImportMapping mapping, List<FieldError> errors) {
    var headers = new HashSet<String>();
    for (var header : mapping.columns().keySet()) {
      if (header.isBlank() || header.length() > HEADER_LENGTH_MAX) {
        errors.add(error("columns", "header-length", "A header has 1 to 100 characters."));
      } else if (!headers.add(Headers.comparable(header))) {
        errors.add(error("columns", "repeated-header", "Two headers read alike; keep one."));
      }
    }
  }

  private static void checkFields(ImportMapping mapping, List<FieldError> errors) {
    var fields = mapping.columns().values();
    if (new HashSet<>(fields).size() < fields.size()) {
      errors.add(error("columns", "repeated-field", "Read each field from one column."));
    }
    var inParts = mapping.reads(ListField.FAMILY) && mapping.reads(ListField.GIVEN);
    if (inParts == mapping.reads(ListField.FULL_NAME)) {
      errors.add(error("columns", "name", "Read FAMILY and GIVEN, or FULL_NAME, and not both."));
    }
    if (!mapping.reads(ListField.BIRTH_DATE)) {
      errors.add(error("columns", "birth-date", "Read BIRTH_DATE from a column."));
    }
    if (!mapping.reads(ListField.SETTLEMENT)
        && !Territories.ukraine().isSettlement(mapping.territory())) {
      errors.add(
          error("columns", "settlement", "Read SETTLEMENT, or give a settlement as territory."));
    }
  }

  private static FieldError error(String field, String code, String message) {
    return new FieldError(field, code, message);
  }
}
