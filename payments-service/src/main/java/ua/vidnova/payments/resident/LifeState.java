package ua.vidnova.payments.resident;

/** Whether a resident is alive, as far as the registry knows. */
public enum LifeState {
  LIVING,
  DECEASED
}
