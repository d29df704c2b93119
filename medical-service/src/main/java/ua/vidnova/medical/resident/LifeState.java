package ua.vidnova.medical.resident;

/** Whether a resident lives, as registry has it. */
public enum LifeState {
  LIVING,
  DECEASED
}
