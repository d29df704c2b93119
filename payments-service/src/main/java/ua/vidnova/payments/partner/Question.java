package ua.vidnova.payments.partner;

/** What a partner's code says of a person, for people to find out; nothing is sent until then. */
public enum Question {
  /** The partner was told that the person died. A partner's word stops no award. */
  REPORTED_DEAD,
  /** The person lives elsewhere; sent again once a new address is known. */
  MOVED
}
