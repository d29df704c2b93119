package ua.vidnova.medical.need;

/** What makes a visit more pressing. What the threshold of a rule counts, each says. */
public enum Factor {
  /** By the latest word, at a visit or when asking, in the last n days; a birth ends it. */
  PREGNANT,
  /** Younger than n months. */
  INFANT,
  /** Medicines that are taken every day run out within n days. */
  MEDICINE_ENDS,
  /** The day that a medic set for the next visit was n days ago or longer; none fulfilled it. */
  FOLLOW_UP,
  /** Told when asking, or referred to be assessed. */
  DISABILITY,
  /** Referred to care n days ago or longer; nobody has said what became of it. */
  REFERRED,
  /** n years or older. */
  ELDERLY,
  /** Not visited for n days or longer. */
  NOT_SEEN,
  /** No visit is known. */
  NEVER_SEEN,
  /** The one who asked says so. */
  SAYS_URGENT;

  /** Whether it makes someone be visited without anybody having asked. */
  boolean callsForVisit() {
    return this == FOLLOW_UP || this == REFERRED || this == MEDICINE_ENDS;
  }
}
