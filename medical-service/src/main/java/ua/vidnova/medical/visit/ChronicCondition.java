package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What was said about an illness that stays; the latest word on it holds.
 *
 * @param id of this entry, new in each revision
 * @param code of ICPC-2; null when nobody coded it
 * @param text what it is called
 * @param onsetOn may be null
 * @param medicineUntil day on which what the person takes for it runs out; may be null
 */
@Embeddable
public record ChronicCondition(
    UUID id,
    String code,
    String text,
    LocalDate onsetOn,
    @Enumerated(EnumType.STRING) Status status,
    LocalDate medicineUntil) {

  /** Whether the person has it; refuted is found never to have been. */
  public enum Status {
    ACTIVE,
    REMISSION,
    RESOLVED,
    REFUTED
  }
}
