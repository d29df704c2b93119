package ua.vidnova.payments.award;

/** Whether a unit is owed for the past or comes due with its own month. */
public enum UnitKind {
  ARREARS,
  CURRENT
}
