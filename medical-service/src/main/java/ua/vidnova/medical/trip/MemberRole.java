package ua.vidnova.medical.trip;

/** What someone does on a trip. */
public enum MemberRole {
  DOCTOR,
  NURSE,
  DRIVER,
  REGISTRAR,
  /** Of a humanitarian organisation. */
  SPECIALIST
}
