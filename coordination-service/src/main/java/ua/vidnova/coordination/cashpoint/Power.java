package ua.vidnova.coordination.cashpoint;

/** Where a cash point has its electricity from. */
public enum Power {
  MAINS,
  GENERATOR,
  NONE
}
