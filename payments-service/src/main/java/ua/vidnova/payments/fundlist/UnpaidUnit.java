package ua.vidnova.payments.fundlist;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A month of an award that was not paid. Personal data: goes to the organisation that brought the
 * award.
 *
 * @param amountMinor kopiykas
 * @param reason the partner's code; null when it gave none, or when its owner died
 * @param occurredOn day on which it came back; null when its owner died
 */
public record UnpaidUnit(
    UUID unitId,
    UUID awardId,
    UUID residentId,
    String rnokpp,
    YearMonth month,
    long amountMinor,
    Cause cause,
    String reason,
    LocalDate occurredOn) {

  /** Why it was not paid. */
  public enum Cause {
    NOT_COLLECTED,
    REJECTED,
    /** It was paid, and the bank gave it back. */
    RETURNED,
    /** Owed to whoever inherits (Law 1058-IV art. 52). */
    UNPAID_ON_DEATH
  }

  @Override
  public String toString() {
    return "UnpaidUnit[" + unitId + "]";
  }
}
