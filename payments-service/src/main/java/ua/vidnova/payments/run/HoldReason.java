package ua.vidnova.payments.run;

/** Why a unit that is due was not sent. */
public enum HoldReason {
  CHANNEL_MISSING("The resident has not chosen how to be paid."),
  IBAN_MISSING("The resident wants a bank account that is not known yet."),
  SETTLEMENT_NOT_LIBERATED("The post does not deliver where the resident lives yet."),
  NO_PARTNER("No partner pays through this channel now.");

  private final String message;

  HoldReason(String message) {
    this.message = message;
  }

  public String message() {
    return message;
  }
}
