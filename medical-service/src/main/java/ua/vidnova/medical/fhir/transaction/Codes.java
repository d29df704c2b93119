package ua.vidnova.medical.fhir.transaction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;
import ua.vidnova.chassis.http.YearsInUse;

/** FHIR's values as ours. */
final class Codes {

  private Codes() {}

  /** The code of a system in a concept; null when it has none. */
  static String code(CodeableConcept concept, String system) {
    return concept.getCoding().stream()
        .filter(coding -> system.equals(coding.getSystem()))
        .map(Coding::getCode)
        .findFirst()
        .orElse(null);
  }

  /** The text without blanks around it; null when there is none. */
  static String text(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** The constant of the same name in any letters; null when the code is absent. */
  static <E extends Enum<E>> E constant(Class<E> type, String code, String path, Faults faults) {
    if (code == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(code.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseGet(
            () ->
                faults.add(
                    path,
                    "unknown-code",
                    "Take one of " + Arrays.toString(type.getEnumConstants()) + "."));
  }

  /** The day of a date; null when there is none. */
  static LocalDate day(Type value, String path, Faults faults) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return YearsInUse.check(LocalDate.parse(((BaseDateTimeType) value).getValueAsString()));
    } catch (ClassCastException | DateTimeException | NullPointerException e) {
      return faults.add(path, "not-a-day", "Give a day, such as 2026-11-22.");
    }
  }

  /** The value of an extension of ours; null when it is absent. */
  static String extension(Extension extension) {
    return extension != null && extension.getValue() instanceof PrimitiveType<?> value
        ? value.getValueAsString()
        : null;
  }

  static Optional<String> afterSlash(String reference, String type) {
    return Optional.ofNullable(reference)
        .filter(text -> text.startsWith(type + "/"))
        .map(text -> text.substring(type.length() + 1));
  }
}
