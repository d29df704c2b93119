package ua.vidnova.medical.availability;

/** The domains of HeRAMS. */
public enum HealthService {
  TRAUMA_AND_GENERAL,
  CHILD_AND_NUTRITION,
  COMMUNICABLE_DISEASES,
  SEXUAL_AND_REPRODUCTIVE,
  MATERNAL_AND_NEWBORN,
  NONCOMMUNICABLE_DISEASES,
  /** Psychosocial support too. */
  MENTAL_HEALTH
}
