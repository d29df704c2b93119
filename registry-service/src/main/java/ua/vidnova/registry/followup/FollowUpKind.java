package ua.vidnova.registry.followup;

/** What a brigade saw that a registrar has to act upon. */
public enum FollowUpKind {
  /** A child was born alive: the birth is to be registered. */
  BIRTH,
  /** Someone was referred to have a disability assessed: they are to be helped to apply. */
  DISABILITY_ASSESSMENT,
  /** Someone missing or presumed dead was seen: it is to be found out whether that is they. */
  MISSING_SEEN
}
