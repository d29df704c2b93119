package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * What was said about an allergy; the latest word on a substance holds.
 *
 * @param id of this entry, new in each revision
 * @param criticality may be null
 * @param reaction what happened; may be null
 */
@Embeddable
public record Allergy(
    UUID id,
    @Enumerated(EnumType.STRING) Category category,
    String substance,
    @Enumerated(EnumType.STRING) Criticality criticality,
    String reaction,
    @Enumerated(EnumType.STRING) Status status) {

  /** FHIR's allergy-intolerance-category. */
  public enum Category {
    FOOD,
    MEDICATION,
    ENVIRONMENT,
    BIOLOGIC
  }

  /** What the next contact could do. */
  public enum Criticality {
    LOW,
    HIGH
  }

  /** Whether it is in force; refuted is found never to have been. */
  public enum Status {
    ACTIVE,
    RESOLVED,
    REFUTED
  }
}
