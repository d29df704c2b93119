package ua.vidnova.medical.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import ua.vidnova.chassis.problems.FieldError;

/** What is wrong with the facts of a visit, field by field, in the order in which it was found. */
final class Refusals {

  private static final Pattern CODE = Pattern.compile("[!-~]{1,16}");

  private final List<FieldError> errors = new ArrayList<>();
  private final HashSet<UUID> partIds = new HashSet<>();

  List<FieldError> all() {
    return List.copyOf(errors);
  }

  void refuse(String field, String code, String message) {
    errors.add(new FieldError(field, code, message));
  }

  /** True when the value is there. */
  boolean require(String field, Object value, String message) {
    if (value == null) {
      refuse(field, "required", message);
    }
    return value != null;
  }

  void checkLength(String field, String text, int lengthMax) {
    if (text != null && text.length() > lengthMax) {
      refuse(field, "too-long", "At most " + lengthMax + " characters.");
    }
  }

  /** A text that must be there. */
  void checkText(String field, String text, int lengthMax) {
    require(field, text, "Give it.");
    checkLength(field, text, lengthMax);
  }

  /** True when the list is short enough to look at each entry. */
  boolean isWithin(String field, List<?> parts, int max) {
    if (parts.size() > max) {
      refuse(field, "too-many", "At most " + max + ".");
    }
    return parts.size() <= max;
  }

  /** A code that must be there. */
  void checkCode(String field, String code, String whatToGive) {
    if (require(field, code, whatToGive)) {
      checkCodeForm(field, code);
    }
  }

  /** A code that may be absent. */
  void checkCodeForm(String field, String code) {
    if (code != null && !CODE.matcher(code).matches()) {
      refuse(field, "not-a-code", "1 to 16 Latin letters, digits and marks.");
    }
  }

  void checkNotAfter(String field, LocalDate day, LocalDate latest) {
    if (day != null && day.isAfter(latest)) {
      refuse(field, "after-visit", "Not later than the visit.");
    }
  }

  /** An id that the device or the server made for a part; each part has its own. */
  void checkPartId(String field, UUID id) {
    if (!partIds.add(id)) {
      refuse(field, "repeated", "Each part has an id of its own.");
    }
  }
}
