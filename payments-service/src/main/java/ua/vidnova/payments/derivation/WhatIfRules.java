package ua.vidnova.payments.derivation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import ua.vidnova.chassis.problems.FieldError;

/** What facts of an invented case must be like, so that no request asks for centuries. */
public final class WhatIfRules {

  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  /** How far ahead of today an application may be invented. */
  private static final int MONTHS_AHEAD_MAX = 12;

  /** How long after the application the first payment may be invented. */
  private static final int MONTHS_TO_FIRST_PAYMENT_MAX = 60;

  private WhatIfRules() {}

  /** What is wrong, by field of the request; empty when nothing is. */
  public static List<FieldError> check(Derivation.Facts facts, LocalDate today) {
    var errors = new ArrayList<FieldError>();
    var award = facts.award();
    var applied = YearMonth.from(facts.appliedOn());
    if (award.birthDate().isBefore(EARLIEST_BIRTH)) {
      errors.add(error("birthDate", "too-long-ago", "Not before 1900."));
    } else if (award.birthDate().isAfter(facts.appliedOn())) {
      errors.add(error("birthDate", "after-application", "Not after the application."));
    }
    if (facts.appliedOn().isAfter(today.plusMonths(MONTHS_AHEAD_MAX))) {
      errors.add(error("appliedOn", "too-far-ahead", "At most a year from today."));
    }
    if (facts.firstPeriod().isBefore(applied)) {
      errors.add(error("firstPeriod", "before-application", "Not before the application."));
    } else if (facts.firstPeriod().isAfter(applied.plusMonths(MONTHS_TO_FIRST_PAYMENT_MAX))) {
      errors.add(error("firstPeriod", "too-far-ahead", "At most five years later."));
    }
    if (award.firstUnpaidMonth().isBefore(YearMonth.from(award.birthDate()))) {
      errors.add(error("firstUnpaidMonth", "before-birth", "Not before the birth."));
    } else if (award.firstUnpaidMonth().isAfter(facts.firstPeriod())) {
      errors.add(error("firstUnpaidMonth", "after-first-payment", "Not after the first payment."));
    }
    if (award.grantedOn() != null && award.grantedOn().isBefore(award.birthDate())) {
      errors.add(error("grantedOn", "before-birth", "Not before the birth."));
    } else if (award.grantedOn() != null
        && YearMonth.from(award.grantedOn()).isAfter(award.firstUnpaidMonth())) {
      errors.add(error("grantedOn", "after-stop", "Not after the first unpaid month."));
    }
    return errors;
  }

  private static FieldError error(String field, String code, String message) {
    return new FieldError(field, code, message);
  }
}
