package ua.vidnova.payments.voucher;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A sum that waits at a till for who brings the code. The code is money: it goes to the resident
 * alone.
 *
 * @param till its name
 * @param amountMinor kopiykas
 * @param validFrom the first day; null when any day of the payment window will do
 * @param validTo the last day
 * @param dayReason code that says why it is not the till's first day; null when it is
 * @param code in groups, as it is printed
 */
public record Voucher(
    UUID instructionId,
    UUID batchId,
    String till,
    long amountMinor,
    LocalDate validFrom,
    LocalDate validTo,
    String dayReason,
    String code) {

  @Override
  public String toString() {
    return "Voucher[" + instructionId + "]";
  }
}
