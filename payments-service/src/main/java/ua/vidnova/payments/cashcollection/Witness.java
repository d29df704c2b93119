package ua.vidnova.payments.cashcollection;

/** Who saw that a resident was given their money. Roles only: the paper has the name. */
public enum Witness {
  COUNCIL_OFFICER,
  SOCIAL_WORKER,
  POLICE_OFFICER,
  /** Somebody else who lives there. */
  RESIDENT
}
