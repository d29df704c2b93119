package ua.vidnova.medical.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A report as it is read.
 *
 * @param teams names of the brigades whose visits are counted
 * @param stated what brigades said of their days, in the order of days
 * @param findings of the lines that are shown
 * @param madeAt when it was counted; visits may still arrive later
 */
public record DailyReport(
    Scope scope,
    Days days,
    List<Counts.OfPlace> places,
    List<String> teams,
    List<StatedHeader> stated,
    List<Row> rows,
    List<Check> checks,
    List<Finding> findings,
    Instant madeAt) {

  private static final int ADMISSION = 40;

  public long consultations() {
    return places.stream().mapToLong(Counts.OfPlace::visits).sum();
  }

  /** People taken into a hospital: item 40; empty while that is withheld. */
  public Optional<Long> newAdmissions() {
    return Optional.of(rows.get(ADMISSION - 1)).filter(row -> !row.withheld()).map(Row::total);
  }

  /** When the first visit began; empty without visits. */
  public Optional<Instant> firstAt() {
    return places.stream().map(Counts.OfPlace::firstAt).min(Comparator.naturalOrder());
  }

  /** When the last visit ended; empty without visits. */
  public Optional<Instant> lastAt() {
    return places.stream().map(Counts.OfPlace::lastAt).max(Comparator.naturalOrder());
  }

  /** Every sum is what it must be, and nothing in the visits is odd. */
  public boolean isWhole() {
    return findings.isEmpty() && checks.stream().allMatch(Check::holds);
  }
}
