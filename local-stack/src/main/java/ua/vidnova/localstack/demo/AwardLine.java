package ua.vidnova.localstack.demo;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * One person's stopped payment, as the Pension Fund tells it.
 *
 * @param monthlyMinor kopiykas
 * @param settlement КАТОТТГ code
 */
public record AwardLine(
    Person owner,
    long monthlyMinor,
    YearMonth firstUnpaidMonth,
    StopReason stopReason,
    Fault fault,
    String settlement) {
  public static final String HEADER =
      "rnokpp,familyName,givenName,patronymic,birthDate,monthlyAmount,firstUnpaidMonth,stopReason,"
          + "fault,settlement";

  /** Why the Pension Fund had stopped it. */
  public enum StopReason {
    NO_IDENTIFICATION,
    NON_RECEIPT_SIX_MONTHS,
    OCCUPIED_TERRITORY,
    NO_DECLARATION
  }

  /** Whose fault it was that months went unpaid. */
  public enum Fault {
    PENSIONER,
    AUTHORITY
  }

  /** The line of the file; nothing in it needs quotes. */
  public String csv() {
    return String.join(
        ",",
        owner.rnokpp(),
        owner.family(),
        owner.given(),
        owner.patronymic(),
        owner.birthDate().toString(),
        BigDecimal.valueOf(monthlyMinor, 2).toPlainString(),
        firstUnpaidMonth.toString(),
        stopReason.name(),
        fault.name(),
        settlement);
  }
}
