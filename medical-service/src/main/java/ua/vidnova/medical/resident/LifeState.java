package ua.vidnova.medical.resident;

/** Whether a resident lives, as registry has it. */
public enum LifeState {
  LIVING,
  DECEASED,
  /** Nobody knows whether the person lives; a medic who meets them may see them. */
  MISSING,
  /** By a court, in law; a medic who meets the person may see them. */
  PRESUMED_DEAD
}
