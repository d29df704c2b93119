package ua.vidnova.medical.mds;

/**
 * An item of the daily report.
 *
 * @param number 1 to 50
 * @param alert told at once, not only at the end of the day
 */
public record MdsItem(
    int number, String section, String nameEn, String nameUk, Tally tally, boolean alert) {

  private static final int FIRST_LOCAL = 19;
  private static final int LAST_LOCAL = 22;
  private static final int FIRST_CLINICAL = 2;
  private static final int FIRST_OF_PROTECTION = 47;

  /** One of those that each territory names for itself. */
  public boolean isLocal() {
    return number >= FIRST_LOCAL && number <= LAST_LOCAL;
  }

  /**
   * What was found, done and became of it; of a single patient, their record. Item 2 is of them, as
   * pregnant (3) is who is neither a man (1) nor this.
   */
  public boolean isClinical() {
    return number >= FIRST_CLINICAL && !isProtection();
  }

  /** Violence and people at risk: few may know of single ones. */
  public boolean isProtection() {
    return number >= FIRST_OF_PROTECTION;
  }
}
