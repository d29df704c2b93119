package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * Where the person is sent, and how they get there.
 *
 * @param id of this entry, new in each revision
 * @param destination name of the institution
 * @param speciality whose help is sought; may be null
 * @param reason may be null
 */
@Embeddable
public record Referral(
    UUID id,
    @Enumerated(EnumType.STRING) Kind kind,
    String destination,
    String speciality,
    @Enumerated(EnumType.STRING) Urgency urgency,
    @Enumerated(EnumType.STRING) Transport transport,
    String reason) {

  /** To be treated, or to have a disability assessed. */
  public enum Kind {
    CARE,
    DISABILITY_ASSESSMENT
  }

  /** How soon. */
  public enum Urgency {
    ROUTINE,
    URGENT,
    EMERGENCY
  }

  /** What the person needs to get there. */
  public enum Transport {
    NONE,
    SEATED,
    STRETCHER,
    EVACUATION
  }
}
