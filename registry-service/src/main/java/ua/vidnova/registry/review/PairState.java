package ua.vidnova.registry.review;

/** Where a pair of records is in its life; see {@link MatchPair}. */
public enum PairState {
  PROPOSED,
  EVIDENCE_ASKED,
  SAME,
  DIFFERENT;

  /** Whether a person still has to decide. */
  public boolean isOpen() {
    return this == PROPOSED || this == EVIDENCE_ASKED;
  }
}
