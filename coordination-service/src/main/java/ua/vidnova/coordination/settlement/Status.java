package ua.vidnova.coordination.settlement;

/** Who holds a settlement, as the order on the list of territories (№376 of 28.02.2025) has it. */
public enum Status {
  /** Temporarily occupied: section II of the list. */
  OCCUPIED,
  /** Hostilities are conducted: section I.2. */
  COMBAT,
  /** Freed; services may return as safety allows. */
  LIBERATED
}
