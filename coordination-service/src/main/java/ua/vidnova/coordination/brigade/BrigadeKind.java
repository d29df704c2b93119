package ua.vidnova.coordination.brigade;

/** What a brigade is sent for. */
public enum BrigadeKind {
  MEDICAL,
  /** Mobile administrators: registration, applications. */
  ADMINISTRATIVE,
  /** Both in one vehicle. */
  MIXED
}
