package ua.vidnova.medical.trip;

/** Where a trip is in its life, as coordination has it. */
public enum TripState {
  PLANNED,
  UNDER_WAY,
  COMPLETED,
  /** The brigade does not come, or turned back. */
  CANCELLED
}
