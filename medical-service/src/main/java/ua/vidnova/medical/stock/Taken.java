package ua.vidnova.medical.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a visit took of a batch, as the medic read it on the box.
 *
 * @param quantity in the medicine's unit
 */
public record Taken(UUID medicineId, String batch, LocalDate expiresOn, BigDecimal quantity) {

  /** The same with a quantity that equals all that are as much. */
  public Taken inShort() {
    return new Taken(medicineId, batch, expiresOn, quantity.stripTrailingZeros());
  }
}
