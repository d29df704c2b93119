package ua.vidnova.medical.report;

import java.time.Instant;
import java.util.List;
import ua.vidnova.medical.mds.AgeBand;

/**
 * What the database counted at one moment.
 *
 * @param teams names of the brigades whose visits they are
 */
public record Counts(
    List<OfItem> items,
    List<OfAge> ages,
    List<OfPlace> places,
    List<String> teams,
    List<Finding> findings) {

  /**
   * Visits with an item.
   *
   * @param age null when unknown
   */
  public record OfItem(int item, AgeBand age, long visits) {}

  /**
   * Visits of people of an age.
   *
   * @param age null when unknown
   */
  public record OfAge(AgeBand age, long visits) {}

  /**
   * Visits in a settlement, and the times of the first one's start and the last one's end.
   *
   * @param settlement KATOTTG code
   */
  public record OfPlace(String settlement, long visits, Instant firstAt, Instant lastAt) {}

  /** All visits. */
  public long consultations() {
    return places.stream().mapToLong(OfPlace::visits).sum();
  }
}
