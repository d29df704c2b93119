package ua.vidnova.coordination.cashpoint;

/** Whether a cash point hands out money. */
public enum CashPointState {
  WORKING,
  /** Works with restrictions, such as shorter hours or little cash. */
  LIMITED,
  /** Hands out nothing. */
  OUT
}
