package ua.vidnova.medical.visit;

import java.math.BigDecimal;

/** Which measurements can be; limits are those of {@link VitalSign}. */
final class VitalRules {

  private VitalRules() {}

  static void check(Vitals vitals, Refusals refusals) {
    for (var sign : VitalSign.values()) {
      sign.in(vitals).ifPresent(value -> check(sign, value, refusals));
    }
    if (vitals.systolicMmHg() != null
        && vitals.diastolicMmHg() != null
        && vitals.diastolicMmHg().compareTo(vitals.systolicMmHg()) >= 0) {
      refusals.refuse(
          "vitals.diastolicMmHg", "not-below-systolic", "Check which pressure is which.");
    }
  }

  private static void check(VitalSign sign, BigDecimal value, Refusals refusals) {
    var measure = sign.measure();
    var field = "vitals." + sign.field();
    if (value.compareTo(measure.min()) < 0 || value.compareTo(measure.max()) > 0) {
      refusals.refuse(
          field,
          "implausible",
          "Expected %s to %s %s.".formatted(measure.min(), measure.max(), measure.unit()));
    } else if (value.scale() > measure.decimals()) {
      refusals.refuse(
          field,
          "too-precise",
          "At most %d digits behind the point.".formatted(measure.decimals()));
    } else if (value.scale() < 0) {
      refusals.refuse(field, "not-plain", "Write the digits out, without an exponent.");
    }
  }
}
