package ua.vidnova.coordination.trip;

/** Where a trip is in its life. */
public enum TripState {
  PLANNED,
  UNDER_WAY,
  COMPLETED,
  /** The brigade does not come, or turned back. */
  CANCELLED;

  /** Whether nothing more happens to it. */
  public boolean isOver() {
    return this == COMPLETED || this == CANCELLED;
  }
}
