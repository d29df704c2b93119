package ua.vidnova.payments.heirs;

/** What still stands in the way of a claim, and what to do about it. */
public enum ClaimCondition {
  DEATH_NOT_RECORDED("The registry does not hold the person dead; nothing can be inherited."),
  SUMS_CHANGED(
      "What was unpaid has changed since the proposal; refuse this claim and propose anew."),
  TERM_PASSED("The family's term is over; claim by a certificate of inheritance."),
  HEIR_DECEASED("The heir has died; their own heirs claim."),
  HEIR_MISSING("Nobody knows whether the heir lives; wait until the registry does."),
  HEIR_NOT_IDENTIFIED("The heir has not been identified; a registrar must do it first."),
  EVIDENCE_INSUFFICIENT("Only witnesses or papers of the occupation; find a register or original."),
  PAPERS_MISSING("Kinds of papers that the law asks for have not been seen.");

  private final String message;

  ClaimCondition(String message) {
    this.message = message;
  }

  public String message() {
    return message;
  }
}
