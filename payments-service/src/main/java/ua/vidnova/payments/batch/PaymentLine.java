package ua.vidnova.payments.batch;

import java.time.YearMonth;
import java.util.UUID;

/**
 * One instruction as a partner needs it. Personal data: goes into the partner's file only.
 *
 * @param line 1 and up within the batch
 * @param patronymic null when the person has none
 * @param programme what it is, in Ukrainian
 * @param purpose ISO 20022 external purpose code
 * @param phone E.164; null when unknown
 * @param iban null unless the channel is a bank
 * @param voucherSha256 of the code that the person brings, in hex; null unless at a till
 */
public record PaymentLine(
    int line,
    UUID instructionId,
    String familyName,
    String givenName,
    String patronymic,
    String rnokpp,
    String phone,
    String settlement,
    String programme,
    String purpose,
    YearMonth month,
    long amountMinor,
    String iban,
    String voucherSha256) {

  @Override
  public String toString() {
    return "PaymentLine[" + instructionId + "]";
  }
}
