package ua.vidnova.payments.fundlist;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A resumption that was decided. Personal data: goes to the organisation that brought the award.
 *
 * @param decidedOn day in Kyiv
 * @param firstMonth first month that is paid currently; null when refused
 * @param arrearsMinor kopiykas of arrears that the decision grants; 0 when refused
 * @param reason why it was refused; null when it was not
 */
public record DecidedCase(
    UUID resumptionId,
    UUID awardId,
    UUID residentId,
    String rnokpp,
    Decision decision,
    LocalDate decidedOn,
    YearMonth firstMonth,
    long arrearsMinor,
    String reason) {

  /** What two people decided. */
  public enum Decision {
    RESUMED,
    REFUSED
  }

  @Override
  public String toString() {
    return "DecidedCase[" + resumptionId + "]";
  }
}
