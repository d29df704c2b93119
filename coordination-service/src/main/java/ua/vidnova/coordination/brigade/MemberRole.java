package ua.vidnova.coordination.brigade;

/** What a member does in a brigade. */
public enum MemberRole {
  DOCTOR,
  NURSE,
  DRIVER,
  REGISTRAR,
  /** Of a humanitarian organisation, whose name goes with it. */
  SPECIALIST
}
