package ua.vidnova.payments.run;

/** Why a unit that is due was not sent. */
public enum HoldReason {
  CHANNEL_MISSING("The resident has not chosen how to be paid."),
  IBAN_MISSING("The resident wants a bank account that nobody knows, or has confirmed, yet."),
  SETTLEMENT_NOT_LIBERATED("Cash is not handed out where the resident lives yet."),
  POST_NOT_WORKING("No post that works serves the settlement."),
  POST_NO_DAY("The post's vehicle does not come again within the payment window."),
  TILL_NOT_WORKING("No till that works serves the settlement."),
  SUM_BEYOND_TILL("No till that serves the settlement hands out such a sum."),
  TILL_FLOAT_USED("The till has promised its cash of every day that is left in the window."),
  DELEGATE_NOT_APPOINTED("No official is delegated to collect cash for the settlement."),
  DELEGATE_NOT_ASKED("Neither the resident nor the administration asked for cash collection."),
  NO_PARTNER("No partner pays through this channel now."),
  ANOTHER_AWARD("The same person is paid from another award of this programme."),
  RECORD_OF_DEATH("Another record of the same person says that they died."),
  RECORD_OF_DISAPPEARANCE("Another record of the same person says that they are missing."),
  REPORTED_DEAD("A partner was told that the person died; nobody has found out yet."),
  REPORTS_DISAGREE("A partner says that it paid what it had said it had not."),
  MOVED("A partner found that the person lives elsewhere; a new address is not known yet."),
  OVERLAP_PROPOSED("One person says that it is a month with a Russian pension; another decides."),
  MONTH_PAID("The same person has this month from another award.");

  private final String message;

  HoldReason(String message) {
    this.message = message;
  }

  public String message() {
    return message;
  }
}
