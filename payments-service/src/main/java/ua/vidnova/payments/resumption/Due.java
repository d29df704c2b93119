package ua.vidnova.payments.resumption;

/** How a resumption that is not decided stands to the day by which it has to be (art. 49). */
public enum Due {
  /** The day has passed. */
  OVERDUE,
  /** The day is today or near. */
  SOON
}
