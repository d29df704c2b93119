package ua.vidnova.payments.award;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * What is known of an award. Money in kopiykas; everything but the amount at the stop, the birth
 * and the first unpaid month may be unknown, which is null.
 *
 * @param baseMinor the part that indexation raises
 * @param amountAtStopMinor what was paid for the month before the first unpaid one
 * @param working whether the person works and is insured
 */
public record AwardFacts(
    PensionKind kind,
    LocalDate grantedOn,
    Long baseMinor,
    long amountAtStopMinor,
    Integer insuranceYears,
    Boolean working,
    Sex sex,
    LocalDate birthDate,
    YearMonth firstUnpaidMonth) {

  /** A fact without which some rule cannot be applied. An unknown fact never raises an amount. */
  public enum Unknown {
    /** No minimum is applied. */
    KIND,
    /** The lowest coefficient counts that could be the person's. */
    GRANT_DATE,
    /** The whole amount at the stop, without the supplement for age, counts as base. */
    BASE,
    /** Neither minimum nor guarantee is applied. */
    INSURANCE_YEARS,
    /** No guarantee is applied. */
    WORKING,
    /** Neither minimum nor guarantee is applied. */
    SEX
  }

  /** What is not known. */
  public Set<Unknown> unknown() {
    var unknown = EnumSet.noneOf(Unknown.class);
    note(unknown, Unknown.KIND, kind);
    note(unknown, Unknown.GRANT_DATE, grantedOn);
    note(unknown, Unknown.BASE, baseMinor);
    note(unknown, Unknown.INSURANCE_YEARS, insuranceYears);
    note(unknown, Unknown.WORKING, working);
    note(unknown, Unknown.SEX, sex);
    return unknown;
  }

  private static void note(Set<Unknown> unknown, Unknown name, Object fact) {
    if (fact == null) {
      unknown.add(name);
    }
  }

  @Override
  public String toString() {
    return "AwardFacts[withheld]";
  }
}
