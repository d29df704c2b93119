package ua.vidnova.payments.resumption;

/** Where a resumption is in its life; see {@link Resumption}. */
public enum ResumptionState {
  OPENED,
  PROPOSED,
  APPROVED,
  REFUSED,
  CLOSED
}
