package ua.vidnova.medical.visit;

/** What is noted of the person, whoever it is. */
final class SeenRules {

  private static final int AGE_YEARS_MAX = 130;
  private static final int PROTECTION_MAX = Protection.Flag.values().length;
  private static final int PROTECTION_NOTE_LENGTH_MAX = 2000;

  private SeenRules() {}

  static void check(VisitFacts facts, Refusals refusals) {
    var seen = facts.seen();
    if (seen.sex() == null && seen.ageYears() != null) {
      refusals.refuse("sex", "required", "Give sex and age, or neither.");
    } else if (seen.sex() != null && seen.ageYears() == null) {
      refusals.refuse("ageYears", "required", "Give sex and age, or neither.");
    }
    checkAge("ageYears", seen.ageYears(), refusals);
    if (facts.outcome().kind() != Outcome.Kind.DEAD_ON_ARRIVAL) {
      refusals.require("consent", seen.consent(), "Say who agreed to the care.");
    }
    checkProtection(facts, refusals);
  }

  static void checkAge(String field, Integer years, Refusals refusals) {
    if (years != null && (years < 0 || years > AGE_YEARS_MAX)) {
      refusals.refuse(field, "implausible", "Full years, 0 to " + AGE_YEARS_MAX + ".");
    }
  }

  private static void checkProtection(VisitFacts facts, Refusals refusals) {
    if (!refusals.isWithin("protection", facts.protection(), PROTECTION_MAX)) {
      return;
    }
    Protection before = null;
    for (int i = 0; i < facts.protection().size(); i++) {
      var one = facts.protection().get(i);
      var field = "protection[" + i + "]";
      refusals.require(field + ".flag", one.flag(), "Say what for.");
      if (before != null && one.flag() != null && one.flag() == before.flag()) {
        refusals.refuse(field + ".flag", "repeated", "Give each flag once.");
      }
      refusals.checkLength(field + ".note", one.note(), PROTECTION_NOTE_LENGTH_MAX);
      before = one;
    }
  }
}
