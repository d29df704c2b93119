package ua.vidnova.payments.voucher;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A sum that waits at a till for who brings the code. The code is money: it goes to the resident
 * alone.
 *
 * @param till its name
 * @param amountMinor kopiykas
 * @param validTo the last day
 * @param code in groups, as it is printed
 */
public record Voucher(
    UUID instructionId,
    UUID batchId,
    String till,
    long amountMinor,
    LocalDate validTo,
    String code) {

  @Override
  public String toString() {
    return "Voucher[" + instructionId + "]";
  }
}
