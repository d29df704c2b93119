package ua.vidnova.payments.reconciliation;

/** What the books do once a difference is settled. */
public enum Booking {
  /** They stay as they are: the partner was mistaken, or it was cleared up with the person. */
  NONE,
  /** The money was paid although the partner had first said that it was not. */
  PAID,
  /** The money was paid and came back: it is owed again. */
  RETURNED
}
