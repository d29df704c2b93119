package ua.vidnova.payments.award;

/** Where a payable unit is in its life; see {@link PayableUnit}. */
public enum UnitState {
  OUTSTANDING,
  PAID,
  UNPAID_ON_DEATH,
  NOT_DUE,
  PASSED_TO_HEIRS
}
