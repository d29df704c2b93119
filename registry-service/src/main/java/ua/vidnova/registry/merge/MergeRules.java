package ua.vidnova.registry.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.resident.SharedView;

/**
 * What the records of one person add up to. The survivor's own word stands; the merged ones, in the
 * order of their merges, fill in what it lacks (РНОКПП, telephone, payment channel, declaration),
 * and the strongest evidence counts, since all papers are one person's.
 */
final class MergeRules {

  private MergeRules() {}

  /** What one merge made of the survivor's view. */
  record Change(SharedView before, SharedView after) {

    /** Whether the survivor took the merged record's number. */
    boolean lendsNumber() {
      return !Objects.equals(before.number().rnokpp(), after.number().rnokpp());
    }
  }

  /** The changes that merging records one after another makes of a view. */
  static List<Change> merge(SharedView survivor, List<SharedView> merged) {
    var changes = new ArrayList<Change>();
    var view = survivor;
    for (var one : merged) {
      var change = new Change(view, filledIn(view, one));
      changes.add(change);
      view = change.after();
    }
    return changes;
  }

  /**
   * The survivor's view as if the merges had never been. Whatever was stated anew since then stays.
   *
   * @param changes in the order in which they were made
   */
  static SharedView undo(SharedView now, List<Change> changes) {
    var view = now;
    for (var change : changes.reversed()) {
      view = undo(view, change.before(), change.after());
    }
    return view;
  }

  private static SharedView filledIn(SharedView survivor, SharedView merged) {
    return new SharedView(
        survivor.number().rnokpp() == null && merged.number().rnokpp() != null
            ? merged.number()
            : survivor.number(),
        firstOf(survivor.phone(), merged.phone()),
        firstOf(survivor.paymentChannel(), merged.paymentChannel()),
        firstOf(survivor.noRussianPensionDeclaredOn(), merged.noRussianPensionDeclaredOn()),
        strongest(survivor.evidenceLevel(), merged.evidenceLevel()));
  }

  private static SharedView undo(SharedView now, SharedView before, SharedView after) {
    return new SharedView(
        undo(now.number(), before.number(), after.number()),
        undo(now.phone(), before.phone(), after.phone()),
        undo(now.paymentChannel(), before.paymentChannel(), after.paymentChannel()),
        undo(
            now.noRussianPensionDeclaredOn(),
            before.noRussianPensionDeclaredOn(),
            after.noRussianPensionDeclaredOn()),
        undo(now.evidenceLevel(), before.evidenceLevel(), after.evidenceLevel()));
  }

  private static <T> T undo(T now, T before, T after) {
    return Objects.equals(now, after) ? before : now;
  }

  private static <T> T firstOf(T own, T other) {
    return Optional.ofNullable(own).orElse(other);
  }

  private static EvidenceLevel strongest(EvidenceLevel one, EvidenceLevel other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
