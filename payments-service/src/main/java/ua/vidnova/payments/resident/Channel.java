package ua.vidnova.payments.resident;

/** How money reaches a person. */
public enum Channel {
  /** To an account. */
  BANK,
  /** By the post, at home or at its office. */
  POST,
  /** Against a voucher at a shop's till. */
  TILL,
  /** In cash from an official of the place, who collects it for residents (CMU №162). */
  DELEGATE;

  /** Whether it is cash where neither bank nor post hands it out. */
  public boolean isCashOfLastResort() {
    return this == TILL || this == DELEGATE;
  }
}
