package ua.vidnova.medical.trip;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a trip was in each of its versions: visits are made under one, and handed in under another.
 *
 * @param versions at least one
 */
public record TripHistory(List<Version> versions) {

  /**
   * One version.
   *
   * @param startsOn first day, in Kyiv; likewise the last
   * @param users user names of its members
   * @param hromadas KATOTTG codes of where it was to stop
   */
  record Version(LocalDate startsOn, LocalDate endsOn, Set<String> users, Set<String> hromadas) {}

  /** Whether somebody was on the trip at some time. */
  public boolean hadMember(String user) {
    return versions.stream().anyMatch(version -> version.users().contains(user));
  }

  /** Whether the trip was to stop in a hromada at some time. */
  public boolean stoppedIn(String hromada) {
    return versions.stream().anyMatch(version -> version.hromadas().contains(hromada));
  }

  /**
   * Whether the trip was to be under way on a day at some time.
   *
   * @param tolerance whole days before its first and after its last that still are of it
   */
  public boolean includes(LocalDate day, int tolerance) {
    return versions.stream()
        .anyMatch(
            version ->
                !day.isBefore(version.startsOn().minusDays(tolerance))
                    && !day.isAfter(version.endsOn().plusDays(tolerance)));
  }
}
