package ua.vidnova.payments.grant;

/** What still stands in the way of a grant, and what to do about it. */
public enum GrantCondition {
  RESIDENT_DECEASED("The resident has died; refuse this grant."),
  GRANTED_BEFORE("The same was granted or proposed before, perhaps under another record."),
  AMOUNT_CHANGED("The programme's amount changed since; refuse this grant and propose it anew."),
  OTHER_AID("Another programme that the person receives, or received, excludes this one."),
  RESIDENT_MISSING("Nobody knows whether the resident lives; wait until the registry does."),
  IDENTITY_MISSING("The resident has not been identified; a registrar must do it first."),
  EVIDENCE_INSUFFICIENT("Only witnesses or papers of the occupation; find a register or original."),
  SUBJECT_UNKNOWN("The registry has not told of the person for whom it is given."),
  DEATH_NOT_RECORDED("The registry has not recorded the death; a registrar must do it first."),
  TOO_OLD("The age of the category is passed; take another category."),
  SETTLEMENT_NOT_LIBERATED("The resident does not live in a liberated settlement."),
  PAPERS_MISSING("Kinds of papers that the programme needs have not been seen.");

  private final String message;

  GrantCondition(String message) {
    this.message = message;
  }

  public String message() {
    return message;
  }
}
