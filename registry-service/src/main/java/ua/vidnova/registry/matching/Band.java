package ua.vidnova.registry.matching;

/** What a comparison amounts to. */
public enum Band {
  /**
   * One person on exact documentary evidence beside a high score; still merged by a person only.
   */
  LINK,
  /** Perhaps one person: somebody has to look. */
  REVIEW,
  /** Two people, as far as the records tell. */
  DISTINCT
}
