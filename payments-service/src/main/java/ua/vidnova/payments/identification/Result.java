package ua.vidnova.payments.identification;

/** What came of an identification; only PASSED counts. */
public enum Result {
  PASSED,
  FAILED
}
