package ua.vidnova.medical.visit;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * Someone who would not or could not say who they are, as the medic saw them.
 *
 * @param id made on the device; later visits to the same person give it as their resident
 * @param ageYears full years, as they look; null when months are given
 * @param ageMonths full months of a small child; null when years are given
 */
public record Anonymous(UUID id, Sex sex, Integer ageYears, Integer ageMonths) {

  private static final int MONTHS_MAX = 59;

  /** What is wrong with it is refused. */
  void check(Refusals refusals) {
    if (refusals.require("anonymous.id", id, "Make an id for the person.") && id.version() != 7) {
      refusals.refuse("anonymous.id", "not-uuid-v7", "Make the id as a UUID version 7.");
    }
    refusals.require("anonymous.sex", sex, "As the medic saw.");
    if ((ageYears == null) == (ageMonths == null)) {
      refusals.refuse("anonymous.ageYears", "required", "Give the age in years or in months.");
    }
    SeenRules.checkAge("anonymous.ageYears", ageYears, refusals);
    if (ageMonths != null && (ageMonths < 0 || ageMonths > MONTHS_MAX)) {
      refusals.refuse("anonymous.ageMonths", "implausible", "0 to " + MONTHS_MAX + ".");
    }
  }

  /** Null when no age is given. */
  public Integer fullYears() {
    return ageYears != null || ageMonths == null ? ageYears : Integer.valueOf(ageMonths / 12);
  }

  /**
   * A day of birth that gives this age on the day of a visit: 1 July of a year, or the 15th of a
   * month.
   */
  LocalDate reckonedBirthDate(LocalDate on) {
    if (ageYears == null) {
      var month = on.minusMonths(ageMonths);
      return month.getDayOfMonth() < 15
          ? month.minusMonths(1).withDayOfMonth(15)
          : month.withDayOfMonth(15);
    }
    var july = on.minusYears(ageYears).withMonth(7).withDayOfMonth(1);
    return july.isAfter(on.minusYears(ageYears)) ? july.minusYears(1) : july;
  }

  /** True when a record made of another sight of the person can be of this one. */
  boolean canBe(Sex recordedSex, LocalDate recordedBirthDate, LocalDate on) {
    if (sex != recordedSex) {
      return false;
    }
    return ageYears == null
        ? Math.abs(ChronoUnit.MONTHS.between(recordedBirthDate, on) - ageMonths) <= 1
        : Math.abs(Period.between(recordedBirthDate, on).getYears() - ageYears) <= 1;
  }
}
