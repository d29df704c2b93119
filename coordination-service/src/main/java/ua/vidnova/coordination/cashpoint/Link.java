package ua.vidnova.coordination.cashpoint;

/** How a cash point reaches its operator. */
public enum Link {
  CABLE,
  MOBILE,
  SATELLITE,
  NONE
}
