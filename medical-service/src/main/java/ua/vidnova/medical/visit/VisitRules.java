package ua.vidnova.medical.visit;

import java.time.Instant;
import java.util.List;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.contracts.reference.Territories;

/** What makes the facts of a visit acceptable, whoever it is about: the rules of every part. */
public final class VisitRules {

  private VisitRules() {}

  /**
   * Everything that is wrong, field by field; empty when the facts are acceptable.
   *
   * @param facts in their one form
   */
  public static List<FieldError> check(VisitFacts facts, VisitLimits limits, Instant now) {
    return check(facts, limits, now, now);
  }

  /**
   * The same for a correction.
   *
   * @param handedInAt when the visit was first handed in; from then its age is reckoned
   */
  static List<FieldError> check(
      VisitFacts facts, VisitLimits limits, Instant handedInAt, Instant now) {
    var refusals = new Refusals();
    if (!Territories.ukraine().isSettlement(facts.settlement())) {
      refusals.refuse("settlement", "not-a-settlement", "Take the KATOTTG code of a settlement.");
    }
    SeenRules.check(facts, refusals);
    VitalRules.check(facts.vitals(), refusals);
    FindingRules.check(facts, refusals);
    DataSetRules.check(facts.mdsItems(), refusals);
    OutcomeRules.check(facts.outcome(), refusals);
    if (TimeRules.areAcceptable(facts, limits, handedInAt, now, refusals)) {
      FindingRules.checkDays(facts, refusals);
      MedicineRules.check(facts, limits, refusals);
      HistoryRules.check(facts, limits, refusals);
      CareRules.check(facts, limits, refusals);
      OutcomeRules.checkDays(facts, limits, refusals);
    }
    return refusals.all();
  }

  /** What is odd about facts that are acceptable; empty when nothing is. */
  public static List<Warning> warn(VisitFacts facts) {
    return MedicineRules.warn(facts);
  }
}
