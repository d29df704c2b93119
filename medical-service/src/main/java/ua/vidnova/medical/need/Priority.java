package ua.vidnova.medical.need;

import java.util.List;

/**
 * How pressing a visit is, and why.
 *
 * @param points sum of those of the reasons
 * @param reasons most points first
 */
public record Priority(int points, List<Reason> reasons) {

  /**
   * One reason.
   *
   * @param threshold of the weight that applied, counted as the {@link Factor} says
   * @param detail the day, or the age, that it rests on; null when there is none
   */
  public record Reason(Factor factor, int threshold, int points, String detail) {}

  /** Whether one of the reasons calls for a visit that nobody asked for. */
  boolean callsForVisit() {
    return reasons.stream().anyMatch(reason -> reason.factor().callsForVisit());
  }
}
