package ua.vidnova.registry.followup;

/** Where a follow-up stands. */
public enum FollowUpState {
  OPEN,
  /** A registrar did what was to be done. */
  DONE,
  /** There was nothing to be done, and the note says why. */
  DISMISSED,
  /** Withdrawn by medical: what the brigade had told was wrong; medical may tell it again. */
  WITHDRAWN
}
