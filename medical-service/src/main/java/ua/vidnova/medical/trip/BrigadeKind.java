package ua.vidnova.medical.trip;

/** What a brigade is sent for. */
public enum BrigadeKind {
  MEDICAL,
  /** Takes applications and treats nobody. */
  ADMINISTRATIVE,
  MIXED
}
