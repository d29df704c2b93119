package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A medicine that the person got.
 *
 * @param id of this entry, new in each revision
 * @param medicineId of the catalogue, when it came from the brigade's stock; else null
 * @param name as on the box; likewise batch and expiry
 * @param expiresOn last day on which it may be used
 * @param quantity more than nothing, in the unit
 * @param unit of the quantity, such as «табл.» or «мл»
 * @param given into the hand or into the body
 * @param dosage how to take it; may be null
 */
@Embeddable
public record GivenMedicine(
    UUID id,
    UUID medicineId,
    String name,
    String batch,
    LocalDate expiresOn,
    BigDecimal quantity,
    String unit,
    @Enumerated(EnumType.STRING) Way given,
    String dosage) {

  /** Handed out to take later, or given on the spot. */
  public enum Way {
    DISPENSED,
    ADMINISTERED
  }
}
