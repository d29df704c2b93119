package ua.vidnova.medical.report;

import java.util.Map;
import ua.vidnova.medical.mds.Band;
import ua.vidnova.medical.mds.MdsItem;

/**
 * A line of the report.
 *
 * @param counts visits by the columns of the item, in their order
 * @param withheld visits were counted, but so few that they would point at people
 */
public record Row(MdsItem item, ItemName name, Map<Band, Long> counts, boolean withheld) {

  /** Visits in all columns. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same line without its counts. */
  Row withoutCounts() {
    return new Row(item, name, Map.of(), true);
  }
}
