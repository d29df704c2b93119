package ua.vidnova.medical.visit;

import java.util.HashSet;
import java.util.stream.IntStream;

/**
 * Reasons, diagnoses and actions in ICPC-2. As in the national eHealth system, diagnoses are ranked
 * 1 to 10 and exactly one is primary; who declined care or was dead may have none.
 */
final class FindingRules {

  private static final int REASONS_MAX = 20;
  private static final int DIAGNOSES_MAX = 10;
  private static final int ACTIONS_MAX = 20;
  private static final int TEXT_LENGTH_MAX = 300;

  private FindingRules() {}

  static void check(VisitFacts facts, Refusals refusals) {
    checkReasons(facts, refusals);
    checkDiagnoses(facts, refusals);
    checkActions(facts, refusals);
  }

  static void checkDays(VisitFacts facts, Refusals refusals) {
    for (int i = 0; i < facts.diagnoses().size(); i++) {
      refusals.checkNotAfter(
          "diagnoses[" + i + "].onsetOn", facts.diagnoses().get(i).onsetOn(), facts.endedOn());
    }
  }

  private static void checkReasons(VisitFacts facts, Refusals refusals) {
    if (!refusals.isWithin("reasons", facts.reasons(), REASONS_MAX)) {
      return;
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < facts.reasons().size(); i++) {
      var reason = facts.reasons().get(i);
      var field = "reasons[" + i + "]";
      refusals.checkCode(field + ".code", reason.code(), "Give an ICPC-2 code.");
      if (reason.code() != null && !seen.add(reason.code())) {
        refusals.refuse(field + ".code", "repeated", "Give each reason once.");
      }
      refusals.checkLength(field + ".text", reason.text(), TEXT_LENGTH_MAX);
    }
  }

  private static void checkDiagnoses(VisitFacts facts, Refusals refusals) {
    if (!refusals.isWithin("diagnoses", facts.diagnoses(), DIAGNOSES_MAX)) {
      return;
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < facts.diagnoses().size(); i++) {
      var one = facts.diagnoses().get(i);
      var field = "diagnoses[" + i + "]";
      refusals.require(field + ".role", one.role(), "Say what it is to the visit.");
      refusals.checkCode(field + ".code", one.code(), "Give an ICPC-2 code.");
      if (one.code() != null && !seen.add(one.code())) {
        refusals.refuse(field + ".code", "repeated", "Give each diagnosis once.");
      }
      refusals.checkLength(field + ".text", one.text(), TEXT_LENGTH_MAX);
      refusals.require(field + ".clinicalStatus", one.clinicalStatus(), "Say how it stands.");
      refusals.require(
          field + ".verificationStatus", one.verificationStatus(), "Say how sure it is.");
    }
    checkPrimary(facts, refusals);
  }

  private static void checkPrimary(VisitFacts facts, Refusals refusals) {
    var primary =
        IntStream.range(0, facts.diagnoses().size())
            .filter(i -> facts.diagnoses().get(i).role() == Diagnosis.Role.PRIMARY)
            .toArray();
    if (primary.length > 1) {
      refusals.refuse(
          "diagnoses[" + primary[1] + "].role", "second-primary", "Exactly one is primary.");
    } else if (primary.length == 0 && (!facts.diagnoses().isEmpty() || needsDiagnosis(facts))) {
      refusals.refuse("diagnoses", "no-primary", "Exactly one is primary.");
    }
  }

  private static boolean needsDiagnosis(VisitFacts facts) {
    return switch (facts.outcome().kind()) {
      case TREATED, FOLLOW_UP, REFERRED, ADMITTED, DECEASED -> true;
      case CARE_DECLINED, DEAD_ON_ARRIVAL -> false;
    };
  }

  private static void checkActions(VisitFacts facts, Refusals refusals) {
    if (!refusals.isWithin("actions", facts.actions(), ACTIONS_MAX)) {
      return;
    }
    for (int i = 0; i < facts.actions().size(); i++) {
      var action = facts.actions().get(i);
      var field = "actions[" + i + "]";
      refusals.checkCode(field + ".code", action.code(), "Give an ICPC-2 code.");
      refusals.checkLength(field + ".text", action.text(), TEXT_LENGTH_MAX);
    }
  }
}
