package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * Whom the medic saw, and on whose word.
 *
 * @param sex null with the age while nobody knows who the person is; else of the known identity
 * @param ageYears full years on the day of the visit, 0 to 130
 * @param pregnant null when it was not asked
 * @param identityEvidence what the person showed; null when it was not noted
 * @param consent null in records from before it was asked
 */
@Embeddable
public record Seen(
    @Enumerated(EnumType.STRING) Sex sex,
    Integer ageYears,
    Boolean pregnant,
    @Enumerated(EnumType.STRING) IdentityEvidence identityEvidence,
    @Enumerated(EnumType.STRING) Consent consent) {

  public static final Seen NOTHING_NOTED = new Seen(null, null, null, null, null);

  /** What showed who the person is: registry's evidence levels, or the person's own word. */
  public enum IdentityEvidence {
    ORIGINAL,
    REGISTER_EXTRACT,
    COPY,
    WITNESS,
    OCCUPATION_ISSUED,
    OWN_WORD
  }

  /**
   * Who agreed to the care: the person, who may decide for them, or nobody who could (Fundamentals
   * of Ukraine's health-care law, art. 43).
   */
  public enum Consent {
    GIVEN,
    BY_REPRESENTATIVE,
    EMERGENCY
  }
}
