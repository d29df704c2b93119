package ua.vidnova.medical.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ua.vidnova.chassis.problems.FieldError;

/** What is wrong with the lines of a paper about stock, found line by line. */
final class StockLines {

  /** In a medicine's unit: no place holds more of one batch. */
  private static final BigDecimal QUANTITY_MAX = new BigDecimal(10_000_000);

  private static final int DECIMALS_MAX = 3;

  private final List<FieldError> errors = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  void refuse(int line, String field, String code, String message) {
    errors.add(new FieldError("lines[" + line + "]." + field, code, message));
  }

  void refuseAll(String code, String message) {
    errors.add(new FieldError("lines", code, message));
  }

  /** Each batch stands on one line. */
  void checkOnce(int line, String field, Object batch) {
    if (!seen.add(batch)) {
      refuse(line, field, "repeated", "Each batch stands on one line.");
    }
  }

  /** False unless it is more than none, or none is an answer. */
  boolean checkQuantity(int line, String field, BigDecimal quantity, boolean noneIsAnAnswer) {
    if (quantity.signum() < (noneIsAnAnswer ? 0 : 1) || quantity.compareTo(QUANTITY_MAX) > 0) {
      refuse(line, field, "out-of-range", "Up to " + QUANTITY_MAX + ", and not below none.");
      return false;
    }
    if (quantity.scale() > DECIMALS_MAX) {
      refuse(line, field, "too-precise", "At most " + DECIMALS_MAX + " digits behind the point.");
      return false;
    }
    return true;
  }

  void checkEnough(int line, String field, BigDecimal wanted, BigDecimal present) {
    if (wanted.compareTo(present) > 0) {
      refuse(line, field, "not-enough", "Less than that lies there.");
    }
  }
}
