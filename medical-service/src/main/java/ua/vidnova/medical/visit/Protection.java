package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * That the person needs protection: shown to named roles only.
 *
 * @param note in the medic's words; may be null
 */
@Embeddable
public record Protection(@Enumerated(EnumType.STRING) Flag flag, String note) {

  /** Items 47 to 50 of the WHO Emergency Medical Team Minimum Data Set. */
  public enum Flag {
    VULNERABLE_CHILD,
    VULNERABLE_ADULT,
    SEXUAL_VIOLENCE,
    VIOLENCE
  }
}
