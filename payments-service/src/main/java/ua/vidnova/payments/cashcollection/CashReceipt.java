package ua.vidnova.payments.cashcollection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A receipt as it was recorded. Personal data: for the resident's paper and staff of the place.
 *
 * @param number in the official's book, once for ever
 * @param residentName as known today
 * @param lines what was handed out
 * @param official who handed it out
 */
public record CashReceipt(
    UUID batchId,
    String number,
    UUID residentId,
    String residentName,
    LocalDate handedOutOn,
    Witness witness,
    List<Line> lines,
    Official official) {

  /**
   * One sum of it.
   *
   * @param programme its name in Ukrainian
   * @param amountMinor kopiykas
   */
  public record Line(UUID instructionId, String programme, YearMonth month, long amountMinor) {}

  /** Whose book it is in. */
  public record Official(String name, Delegation.Office office, String act) {}

  /** Kopiykas. */
  public long totalMinor() {
    return lines.stream().mapToLong(Line::amountMinor).sum();
  }

  boolean says(HandOut handOut) {
    return handedOutOn.equals(handOut.on())
        && witness == handOut.witness()
        && lines.stream()
            .map(Line::instructionId)
            .collect(Collectors.toSet())
            .equals(handOut.instructionIds());
  }

  @Override
  public String toString() {
    return "CashReceipt[" + batchId + ", " + number + "]";
  }

  /** What an official writes down: which sums of one person, when, and who saw it. */
  public record HandOut(Set<UUID> instructionIds, LocalDate on, Witness witness) {}
}
