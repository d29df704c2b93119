package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/**
 * What the medic found; the list's order is its rank. Roles and states are those of the national
 * eHealth system.
 *
 * @param code of ICPC-2
 * @param text the medic's own words; may be null
 * @param severity may be null
 * @param onsetOn may be null
 */
@Embeddable
public record Diagnosis(
    @Enumerated(EnumType.STRING) Role role,
    String code,
    String text,
    @Enumerated(EnumType.STRING) ClinicalStatus clinicalStatus,
    @Enumerated(EnumType.STRING) VerificationStatus verificationStatus,
    @Enumerated(EnumType.STRING) Severity severity,
    LocalDate onsetOn) {

  /** What the diagnosis is to the visit; exactly one is primary. */
  public enum Role {
    PRIMARY,
    COMORBIDITY,
    COMPLICATION
  }

  /** FHIR's condition-clinical, as far as the national system has it. */
  public enum ClinicalStatus {
    ACTIVE,
    RECURRENCE,
    REMISSION,
    RESOLVED
  }

  /** FHIR's condition-ver-status, as far as the national system has it. */
  public enum VerificationStatus {
    PROVISIONAL,
    DIFFERENTIAL,
    CONFIRMED,
    REFUTED
  }

  /** How bad it is. */
  public enum Severity {
    MILD,
    MODERATE,
    SEVERE
  }
}
