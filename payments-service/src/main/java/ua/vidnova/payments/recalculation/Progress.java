package ua.vidnova.payments.recalculation;

import java.util.List;
import java.util.UUID;
import ua.vidnova.payments.recalculation.RecalculationRule.Change;
import ua.vidnova.payments.recalculation.RecalculationRule.Difference;

/**
 * How far a phase has come and what it found; sums in kopiykas.
 *
 * @param lastAwardId awards up to this one were looked at
 * @param changed awards of which something changes
 * @param rises months that are due more than was made payable
 * @param falls months that are due less, for people to settle
 * @param lawMissing awards left as they are because a value of law is not loaded
 */
public record Progress(
    UUID lastAwardId,
    long awards,
    long changed,
    long rises,
    long riseMinor,
    long falls,
    long fallMinor,
    long lawMissing) {

  /** What a phase does. */
  public enum Phase {
    PREVIEW,
    EXECUTION
  }

  public static final Progress NONE = new Progress(new UUID(0, 0), 0, 0, 0, 0, 0, 0, 0);

  /** What was found of some awards, at least one. */
  public static Progress of(List<Change> changes) {
    return new Progress(
        changes.getLast().award().awardId(),
        changes.size(),
        changes.stream().filter(change -> !change.isEmpty()).count(),
        changes.stream().mapToLong(change -> change.rises().size()).sum(),
        changes.stream().mapToLong(change -> sum(change.rises())).sum(),
        changes.stream().mapToLong(change -> change.falls().size()).sum(),
        changes.stream().mapToLong(change -> sum(change.falls())).sum(),
        changes.stream().filter(Change::lawMissing).count());
  }

  private static long sum(List<Difference> differences) {
    return differences.stream().mapToLong(Difference::amountMinor).sum();
  }
}
