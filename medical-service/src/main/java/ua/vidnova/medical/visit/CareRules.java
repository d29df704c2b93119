package ua.vidnova.medical.visit;

/** Referrals and births. */
final class CareRules {

  private static final int REFERRALS_MAX = 10;
  private static final int BIRTHS_MAX = 6;
  private static final int DESTINATION_LENGTH_MAX = 300;
  private static final int SPECIALITY_LENGTH_MAX = 100;
  private static final int REASON_LENGTH_MAX = 1000;

  private CareRules() {}

  static void check(VisitFacts facts, VisitLimits limits, Refusals refusals) {
    if (refusals.isWithin("referrals", facts.referrals(), REFERRALS_MAX)) {
      checkReferrals(facts, refusals);
    }
    if (refusals.isWithin("births", facts.births(), BIRTHS_MAX)) {
      checkBirths(facts, limits, refusals);
    }
  }

  private static void checkReferrals(VisitFacts facts, Refusals refusals) {
    for (int i = 0; i < facts.referrals().size(); i++) {
      var one = facts.referrals().get(i);
      var field = "referrals[" + i + "]";
      refusals.checkPartId(field + ".id", one.id());
      refusals.require(field + ".kind", one.kind(), "For care, or to have a disability assessed.");
      refusals.checkText(field + ".destination", one.destination(), DESTINATION_LENGTH_MAX);
      refusals.checkLength(field + ".speciality", one.speciality(), SPECIALITY_LENGTH_MAX);
      refusals.require(field + ".urgency", one.urgency(), "Say how soon.");
      refusals.require(field + ".transport", one.transport(), "Say how the person gets there.");
      refusals.checkLength(field + ".reason", one.reason(), REASON_LENGTH_MAX);
    }
  }

  private static void checkBirths(VisitFacts facts, VisitLimits limits, Refusals refusals) {
    for (int i = 0; i < facts.births().size(); i++) {
      var one = facts.births().get(i);
      var field = "births[" + i + "]";
      refusals.checkPartId(field + ".id", one.id());
      if (refusals.require(field + ".bornOn", one.bornOn(), "Give the day.")) {
        refusals.checkNotAfter(field + ".bornOn", one.bornOn(), facts.endedOn());
        if (one.bornOn().isBefore(facts.startedOn().minusDays(limits.ageMax().toDays()))) {
          refusals.refuse(
              field + ".bornOn", "too-old", "A birth that long ago is established by a court.");
        }
      }
      refusals.require(field + ".sex", one.sex(), "Give the child's sex.");
      refusals.require(field + ".alive", one.alive(), "Say whether the child was born alive.");
    }
  }
}
