package ua.vidnova.coordination.cashpoint;

/** What kind of place money is had at. */
public enum CashPointKind {
  /** A post office, whose postmen also deliver. */
  POST,
  /** A vehicle of the post with its days. */
  MOBILE_POST,
  BANK,
  /** A vehicle of a bank with its days. */
  MOBILE_BANK,
  ATM,
  /** A shop's cash desk that hands out money with a purchase. */
  TILL;

  /** Whether it is the post's, and so has a postal index. */
  public boolean isPost() {
    return this == POST || this == MOBILE_POST;
  }

  /** Whether it can hand out nothing without electricity and a line to its bank. */
  boolean needsPowerAndLink() {
    return switch (this) {
      case ATM, TILL -> true;
      case POST, MOBILE_POST, BANK, MOBILE_BANK -> false;
    };
  }
}
