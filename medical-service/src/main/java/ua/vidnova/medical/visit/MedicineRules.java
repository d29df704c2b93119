package ua.vidnova.medical.visit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Medicines and vaccines: what was given came from a batch that can be found. What was out of date
 * on the day was given all the same, so the visit says so, with a warning.
 */
final class MedicineRules {

  private static final int MEDICINES_MAX = 40;
  private static final int VACCINATIONS_MAX = 10;
  private static final int NAME_LENGTH_MAX = 300;
  private static final int BATCH_LENGTH_MAX = 60;
  private static final int UNIT_LENGTH_MAX = 30;
  private static final int DOSAGE_LENGTH_MAX = 300;
  private static final int SITE_LENGTH_MAX = 100;
  private static final int DOSES_MAX = 20;
  private static final BigDecimal QUANTITY_MAX = new BigDecimal("10000");
  private static final int QUANTITY_DECIMALS_MAX = 3;

  private MedicineRules() {}

  static void check(VisitFacts facts, VisitLimits limits, Refusals refusals) {
    if (refusals.isWithin("medicines", facts.medicines(), MEDICINES_MAX)) {
      for (int i = 0; i < facts.medicines().size(); i++) {
        check("medicines[" + i + "]", facts.medicines().get(i), facts, limits, refusals);
      }
    }
    if (refusals.isWithin("vaccinations", facts.vaccinations(), VACCINATIONS_MAX)) {
      for (int i = 0; i < facts.vaccinations().size(); i++) {
        check("vaccinations[" + i + "]", facts.vaccinations().get(i), facts, limits, refusals);
      }
    }
  }

  /** What was out of date on the day of the visit, in facts that are acceptable. */
  static List<Warning> warn(VisitFacts facts) {
    return Stream.concat(
            warnings("medicines", facts.medicines(), GivenMedicine::expiresOn, facts),
            warnings("vaccinations", facts.vaccinations(), Vaccination::expiresOn, facts))
        .toList();
  }

  private static <T> Stream<Warning> warnings(
      String field, List<T> given, Function<T, LocalDate> expiry, VisitFacts facts) {
    return IntStream.range(0, given.size())
        .filter(i -> expiry.apply(given.get(i)).isBefore(facts.startedOn()))
        .mapToObj(
            i ->
                new Warning(
                    field + "[" + i + "].expiresOn",
                    "expired",
                    "It was out of date on the day of the visit."));
  }

  private static void check(
      String field, GivenMedicine one, VisitFacts facts, VisitLimits limits, Refusals refusals) {
    refusals.checkPartId(field + ".id", one.id());
    refusals.checkText(field + ".name", one.name(), NAME_LENGTH_MAX);
    refusals.checkText(field + ".batch", one.batch(), BATCH_LENGTH_MAX);
    checkExpiry(field, one.expiresOn(), facts, limits, refusals);
    if (refusals.require(field + ".quantity", one.quantity(), "Say how much.")) {
      checkQuantity(field + ".quantity", one.quantity(), refusals);
    }
    refusals.checkText(field + ".unit", one.unit(), UNIT_LENGTH_MAX);
    refusals.require(field + ".given", one.given(), "Handed out, or given on the spot.");
    refusals.checkLength(field + ".dosage", one.dosage(), DOSAGE_LENGTH_MAX);
  }

  private static void check(
      String field, Vaccination one, VisitFacts facts, VisitLimits limits, Refusals refusals) {
    refusals.checkPartId(field + ".id", one.id());
    refusals.checkCode(field + ".vaccineCode", one.vaccineCode(), "Give the vaccine's code.");
    refusals.checkText(field + ".vaccine", one.vaccine(), NAME_LENGTH_MAX);
    refusals.checkText(field + ".batch", one.batch(), BATCH_LENGTH_MAX);
    checkExpiry(field, one.expiresOn(), facts, limits, refusals);
    if (one.dose() != null && (one.dose() < 1 || one.dose() > DOSES_MAX)) {
      refusals.refuse(field + ".dose", "implausible", "1 to " + DOSES_MAX + ".");
    }
    refusals.checkLength(field + ".site", one.site(), SITE_LENGTH_MAX);
  }

  private static void checkExpiry(
      String field, LocalDate day, VisitFacts facts, VisitLimits limits, Refusals refusals) {
    if (!refusals.require(field + ".expiresOn", day, "It is on the box.")) {
      return;
    }
    if (day.isAfter(facts.startedOn().plus(limits.expiryAheadMax()))) {
      refusals.refuse(field + ".expiresOn", "too-far-ahead", "Read the day on the box again.");
    }
  }

  private static void checkQuantity(String field, BigDecimal quantity, Refusals refusals) {
    if (quantity.signum() <= 0 || quantity.compareTo(QUANTITY_MAX) > 0) {
      refusals.refuse(field, "implausible", "More than 0, at most " + QUANTITY_MAX + ".");
    } else if (quantity.scale() > QUANTITY_DECIMALS_MAX) {
      refusals.refuse(
          field, "too-precise", "At most " + QUANTITY_DECIMALS_MAX + " digits behind the point.");
    } else if (quantity.scale() < 0) {
      refusals.refuse(field, "not-plain", "Write the digits out, without an exponent.");
    }
  }
}
