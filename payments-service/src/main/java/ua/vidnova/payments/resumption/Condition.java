package ua.vidnova.payments.resumption;

/** What still stands in the way of a resumption, and what to do about it. */
public enum Condition {
  RESIDENT_DECEASED("The resident has died; sums unpaid on death are for the heirs."),
  ANOTHER_AWARD("The same person has another award of this programme; only one can be paid."),
  RESIDENT_MISSING("Nobody knows whether the resident lives; wait until the registry does."),
  NUMBER_DISAGREES("The resident's РНОКПП is not the award's; refuse this resumption."),
  NUMBER_CLAIMED_TWICE("Two residents have this РНОКПП; the registry must find out whose it is."),
  BIRTH_DATE_DISAGREES("The birth date is not the award's; check the papers and the import."),
  NAME_DISAGREES("The family name is not the award's; record the paper that explains it."),
  EVIDENCE_INSUFFICIENT("Only witnesses or papers of the occupation; find a register or original."),
  IDENTIFICATION_OUTDATED("Not identified this calendar year; identify the person anew."),
  DECLARATION_MISSING("The declaration of not receiving a Russian pension is missing."),
  DECLARATION_OUTDATED("The declaration of not receiving a Russian pension has run out."),
  RUSSIAN_PENSION_RECEIVED("A Russian pension is received; record its last month once it ends."),
  SETTLEMENT_UNKNOWN("Nobody has recorded where the resident lives."),
  PAYMENT_CHANNEL_MISSING("The resident has not chosen how to be paid.");

  private final String message;

  Condition(String message) {
    this.message = message;
  }

  public String message() {
    return message;
  }
}
