package ua.vidnova.medical.need;

/** Where a need is in its life; it follows from visits and trips, nobody sets it. */
public enum NeedState {
  OPEN,
  /** A brigade that treats people is to stop in the settlement. */
  PLANNED,
  /** The person was visited after they asked. */
  MET,
  /** It will not be met, for a reason. */
  CLOSED
}
