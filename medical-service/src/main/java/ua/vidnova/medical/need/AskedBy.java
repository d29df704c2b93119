package ua.vidnova.medical.need;

/** Who asked for a visit. */
public enum AskedBy {
  RESIDENT,
  RELATIVE,
  NEIGHBOUR,
  /** An elder, a social worker, another brigade. */
  OFFICIAL
}
