package ua.vidnova.medical.overview;

import java.time.LocalDate;
import java.time.Period;

/**
 * Whether the day that a visit set for the next one still awaits a visit. Of several days the one
 * that was set last counts.
 */
public final class FollowUpRule {

  private FollowUpRule() {}

  /**
   * Tells whether no later visit came on the day, after it, or shortly before.
   *
   * @param followUpOn the day that was set last
   * @param byLatest whether the latest visit of all set it
   * @param latest day of the latest visit of all
   * @param earlyMax how long before the day a later visit fulfils it
   */
  public static boolean isOpen(
      LocalDate followUpOn, boolean byLatest, LocalDate latest, Period earlyMax) {
    return byLatest || latest.isBefore(followUpOn.minus(earlyMax));
  }
}
