package ua.vidnova.payments.run;

/** Where a payment run is in its life; see {@link PaymentRun}. */
public enum RunState {
  PROPOSED,
  APPROVED,
  EXECUTED,
  REFUSED,
  CANCELLED
}
