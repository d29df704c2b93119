package ua.vidnova.coordination.settlement;

import java.time.LocalDate;

/** When a settlement's status may be set. */
final class StatusRules {

  private StatusRules() {}

  /** What the rules say of a wish to set a status. */
  enum Verdict {
    /** It is a change, or corrects the date of the present status. */
    CHANGE,
    /** It is so already. */
    ALREADY_SO,
    /** The date has not come. */
    IN_THE_FUTURE,
    /** Another status began later; what is past is not set anew by this way. */
    BEFORE_PRESENT
  }

  /**
   * Judges a wish.
   *
   * @param present status now; null when none is known
   * @param since first day of the present status; null when none is known
   */
  static Verdict judge(
      Status present, LocalDate since, Status wished, LocalDate from, LocalDate today) {
    if (from.isAfter(today)) {
      return Verdict.IN_THE_FUTURE;
    }
    if (wished == present) {
      return from.equals(since) ? Verdict.ALREADY_SO : Verdict.CHANGE;
    }
    return present != null && from.isBefore(since) ? Verdict.BEFORE_PRESENT : Verdict.CHANGE;
  }
}
