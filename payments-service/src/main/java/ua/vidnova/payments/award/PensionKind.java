package ua.vidnova.payments.award;

/** For what a pension was granted (Law 1058-IV art. 9). */
public enum PensionKind {
  OLD_AGE,
  DISABILITY,
  SURVIVOR
}
