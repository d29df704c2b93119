package ua.vidnova.medical.visit;

import java.util.HashSet;
import java.util.Locale;

/** Allergies and chronic conditions. */
final class HistoryRules {

  private static final int ALLERGIES_MAX = 30;
  private static final int CONDITIONS_MAX = 30;
  private static final int TEXT_LENGTH_MAX = 300;

  private HistoryRules() {}

  static void check(VisitFacts facts, VisitLimits limits, Refusals refusals) {
    if (refusals.isWithin("allergies", facts.allergies(), ALLERGIES_MAX)) {
      checkAllergies(facts, refusals);
    }
    if (refusals.isWithin("chronicConditions", facts.chronicConditions(), CONDITIONS_MAX)) {
      checkConditions(facts, limits, refusals);
    }
  }

  private static void checkAllergies(VisitFacts facts, Refusals refusals) {
    var seen = new HashSet<String>();
    for (int i = 0; i < facts.allergies().size(); i++) {
      var one = facts.allergies().get(i);
      var field = "allergies[" + i + "]";
      refusals.checkPartId(field + ".id", one.id());
      refusals.require(field + ".category", one.category(), "Say to what kind of thing.");
      refusals.checkText(field + ".substance", one.substance(), TEXT_LENGTH_MAX);
      if (one.substance() != null && !seen.add(one.substance().toLowerCase(Locale.ROOT))) {
        refusals.refuse(field + ".substance", "repeated", "Give each substance once.");
      }
      refusals.checkLength(field + ".reaction", one.reaction(), TEXT_LENGTH_MAX);
      refusals.require(field + ".status", one.status(), "Say whether it is in force.");
    }
  }

  private static void checkConditions(VisitFacts facts, VisitLimits limits, Refusals refusals) {
    var seen = new HashSet<String>();
    for (int i = 0; i < facts.chronicConditions().size(); i++) {
      var one = facts.chronicConditions().get(i);
      var field = "chronicConditions[" + i + "]";
      refusals.checkPartId(field + ".id", one.id());
      refusals.checkCodeForm(field + ".code", one.code());
      if (one.code() != null && !seen.add(one.code())) {
        refusals.refuse(field + ".code", "repeated", "Give each condition once.");
      }
      refusals.checkText(field + ".text", one.text(), TEXT_LENGTH_MAX);
      refusals.checkNotAfter(field + ".onsetOn", one.onsetOn(), facts.endedOn());
      refusals.require(field + ".status", one.status(), "Say whether the person has it.");
      if (one.medicineUntil() != null
          && one.medicineUntil().isAfter(facts.startedOn().plus(limits.medicineAheadMax()))) {
        refusals.refuse(
            field + ".medicineUntil", "too-far-ahead", "Nobody has medicine for that long.");
      }
    }
  }
}
