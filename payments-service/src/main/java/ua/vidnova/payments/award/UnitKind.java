package ua.vidnova.payments.award;

/** Why a unit is owed. */
public enum UnitKind {
  /** For the past. */
  ARREARS,
  /** Its own month has come. */
  CURRENT,
  /** A later derivation found that the month had been due more. */
  DIFFERENCE
}
