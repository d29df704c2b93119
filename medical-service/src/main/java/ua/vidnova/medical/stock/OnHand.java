package ua.vidnova.medical.stock;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.paging.PageRequest;

/**
 * What there is of a batch at a place.
 *
 * @param quantity in the medicine's unit
 * @param coldChainBroken true when it was once too warm, and must not be given
 */
public record OnHand(
    UUID batchId,
    UUID medicineId,
    String name,
    String strength,
    String unit,
    boolean coldChain,
    String batch,
    LocalDate expiresOn,
    BigDecimal quantity,
    boolean coldChainBroken) {

  /** Where a batch stands in the list of a place. */
  public record Position(LocalDate expiresOn, UUID batchId) {

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws ua.vidnova.chassis.problems.ProblemException 400 when it was not made by this list
     */
    public static Position parse(String text) {
      try {
        var parts = text.split("/", 2);
        return new Position(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
        throw PageRequest.notOurs();
      }
    }

    @Override
    public String toString() {
      return expiresOn + "/" + batchId;
    }
  }

  public Position position() {
    return new Position(expiresOn, batchId);
  }
}
