package ua.vidnova.medical.visit;

import ua.vidnova.medical.visit.Outcome.Kind;

/** Each outcome has what its kind needs, and no more. */
final class OutcomeRules {

  private static final int REFERRAL_LENGTH_MAX = 300;

  private OutcomeRules() {}

  private enum Presence {
    REQUIRED,
    ALLOWED,
    FORBIDDEN
  }

  static void check(Outcome outcome, Refusals refusals) {
    var kind = outcome.kind();
    check("outcome.diedOn", outcome.diedOn(), dayOfDeathWith(kind), refusals);
    check("outcome.referralTo", outcome.referralTo(), referralWith(kind), refusals);
    check("outcome.followUpOn", outcome.followUpOn(), followUpWith(kind), refusals);
    refusals.checkLength("outcome.referralTo", outcome.referralTo(), REFERRAL_LENGTH_MAX);
  }

  static void checkDays(VisitFacts facts, VisitLimits limits, Refusals refusals) {
    var diedOn = facts.outcome().diedOn();
    if (diedOn != null) {
      if (diedOn.isAfter(facts.endedOn())) {
        refusals.refuse(
            "outcome.diedOn", "after-visit", "Nobody records a death before it happens.");
      } else if (diedOn.isBefore(facts.startedOn().minusDays(limits.ageMax().toDays()))) {
        refusals.refuse(
            "outcome.diedOn", "too-old", "A death that long ago is established by a court.");
      }
    }
    var followUpOn = facts.outcome().followUpOn();
    if (followUpOn != null) {
      if (!followUpOn.isAfter(facts.startedOn())) {
        refusals.refuse(
            "outcome.followUpOn", "not-after-visit", "The next visit comes after this one.");
      } else if (followUpOn.isAfter(facts.startedOn().plus(limits.followUpAheadMax()))) {
        refusals.refuse("outcome.followUpOn", "too-far-ahead", "Set the next visit within a year.");
      }
    }
  }

  private static Presence dayOfDeathWith(Kind kind) {
    return switch (kind) {
      case DEAD_ON_ARRIVAL, DECEASED -> Presence.REQUIRED;
      case TREATED, FOLLOW_UP, CARE_DECLINED, REFERRED, ADMITTED -> Presence.FORBIDDEN;
    };
  }

  private static Presence referralWith(Kind kind) {
    return switch (kind) {
      case REFERRED, ADMITTED -> Presence.REQUIRED;
      case TREATED, FOLLOW_UP, CARE_DECLINED, DEAD_ON_ARRIVAL, DECEASED -> Presence.FORBIDDEN;
    };
  }

  private static Presence followUpWith(Kind kind) {
    return switch (kind) {
      case FOLLOW_UP -> Presence.REQUIRED;
      case CARE_DECLINED, REFERRED, ADMITTED -> Presence.ALLOWED;
      case TREATED, DEAD_ON_ARRIVAL, DECEASED -> Presence.FORBIDDEN;
    };
  }

  private static void check(String field, Object value, Presence presence, Refusals refusals) {
    if (value == null && presence == Presence.REQUIRED) {
      refusals.refuse(field, "required", "This outcome needs it.");
    } else if (value != null && presence == Presence.FORBIDDEN) {
      refusals.refuse(field, "not-applicable", "This outcome does not have it.");
    }
  }
}
