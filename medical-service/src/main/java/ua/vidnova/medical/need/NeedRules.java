package ua.vidnova.medical.need;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.contracts.reference.Territories;

/** What makes a request for a visit acceptable. */
final class NeedRules {

  /** How far a device's clock may run ahead of the server's. */
  private static final Duration CLOCK_TOLERANCE_MAX = Duration.ofMinutes(10);

  /** Paper of a place that was cut off comes late. */
  private static final Duration AGE_MAX = Duration.ofDays(400);

  private static final Period MEDICINE_MAX = Period.ofYears(1);
  private static final int AGE_YEARS_MAX = 130;
  private static final int AGE_MONTHS_MAX = 35;

  private NeedRules() {}

  /** Everything that is wrong, field by field; empty when the facts are acceptable. */
  static List<FieldError> check(NeedFacts facts, Instant now) {
    var errors = new ArrayList<FieldError>();
    if (facts.residentId() == null && facts.about() == null && facts.address() == null) {
      refuse(errors, "residentId", "required", "Name the person: by record, words or address.");
    }
    if (facts.residentId() != null && facts.about() != null) {
      refuse(errors, "about", "not-applicable", "The record says who it is.");
    }
    if (!Territories.ukraine().isSettlement(facts.settlement())) {
      refuse(errors, "settlement", "not-a-settlement", "Take the KATOTTG code of a settlement.");
    }
    if (facts.askedAt().isAfter(now.plus(CLOCK_TOLERANCE_MAX))) {
      refuse(errors, "askedAt", "in-the-future", "Check the device's clock.");
    } else if (facts.askedAt().isBefore(now.minus(AGE_MAX))) {
      refuse(errors, "askedAt", "too-old", "Ask whether the visit is still needed.");
    } else {
      checkMedicine(facts, errors);
    }
    checkAge(facts.told(), errors);
    return List.copyOf(errors);
  }

  private static void checkMedicine(NeedFacts facts, List<FieldError> errors) {
    var until = facts.told().medicineUntil();
    if (until != null
        && (until.isBefore(facts.askedOn().minus(MEDICINE_MAX))
            || until.isAfter(facts.askedOn().plus(MEDICINE_MAX)))) {
      refuse(errors, "told.medicineUntil", "implausible", "Within a year of the request.");
    }
  }

  private static void checkAge(NeedFacts.Told told, List<FieldError> errors) {
    if (told.ageYears() != null && told.ageMonths() != null) {
      refuse(errors, "told.ageMonths", "not-applicable", "Give years or months.");
    }
    checkRange(errors, "told.ageYears", told.ageYears(), AGE_YEARS_MAX);
    checkRange(errors, "told.ageMonths", told.ageMonths(), AGE_MONTHS_MAX);
  }

  private static void checkRange(List<FieldError> errors, String field, Integer value, int max) {
    if (value != null && (value < 0 || value > max)) {
      refuse(errors, field, "implausible", "Expected 0 to " + max + ".");
    }
  }

  private static void refuse(List<FieldError> errors, String field, String code, String message) {
    errors.add(new FieldError(field, code, message));
  }
}
