package ua.vidnova.payments.batch;

/** Where a batch is in its life; see {@link Batch}. */
public enum BatchState {
  ASSEMBLING,
  READY,
  HANDED_OVER,
  WITHDRAWN
}
