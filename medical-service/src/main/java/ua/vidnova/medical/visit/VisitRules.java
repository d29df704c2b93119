package ua.vidnova.medical.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.contracts.reference.Territories;

/** What makes the facts of a visit acceptable, whoever it is about. */
public final class VisitRules {

  private static final int REASONS_MAX = 20;
  private static final int REASON_TEXT_LENGTH_MAX = 300;
  private static final int REFERRAL_LENGTH_MAX = 300;
  private static final Pattern REASON_CODE = Pattern.compile("[!-~]{1,16}");

  private final VisitFacts facts;
  private final VisitLimits limits;
  private final Instant now;
  private final List<FieldError> errors = new ArrayList<>();

  private VisitRules(VisitFacts facts, VisitLimits limits, Instant now) {
    this.facts = facts;
    this.limits = limits;
    this.now = now;
  }

  /** Everything that is wrong, field by field; empty when the facts are acceptable. */
  public static List<FieldError> check(VisitFacts facts, VisitLimits limits, Instant now) {
    var rules = new VisitRules(facts, limits, now);
    rules.checkPlace();
    rules.checkVitals();
    rules.checkReasons();
    rules.checkOutcome();
    if (rules.timesAreAcceptable()) {
      rules.checkDeath();
      rules.checkFollowUp();
    }
    return List.copyOf(rules.errors);
  }

  private void checkPlace() {
    if (!Territories.ukraine().isSettlement(facts.settlement())) {
      refuse("settlement", "not-a-settlement", "Take the KATOTTG code of a settlement.");
    }
  }

  /** True when both times are acceptable, so that dates may be reckoned from them. */
  private boolean timesAreAcceptable() {
    var started = facts.startedAt();
    var ended = facts.endedAt();
    var latest = now.plus(limits.clockToleranceMax());
    if (started.isAfter(latest)) {
      refuse("startedAt", "in-the-future", "Check the device's clock.");
    } else if (started.isBefore(now.minus(limits.ageMax()))) {
      var days = limits.ageMax().toDays();
      refuse("startedAt", "too-old", "A visit is handed in within " + days + " days.");
    } else if (ended == null) {
      return true;
    } else if (!ended.isAfter(started)) {
      refuse("endedAt", "not-after-start", "A visit ends after it begins.");
    } else if (ended.isAfter(latest)) {
      refuse("endedAt", "in-the-future", "Check the device's clock.");
    } else if (ended.isAfter(started.plus(limits.lengthMax()))) {
      var hours = limits.lengthMax().toHours();
      refuse("endedAt", "too-long", "A visit lasts at most " + hours + " hours.");
    } else {
      return true;
    }
    return false;
  }

  private void checkVitals() {
    for (var sign : VitalSign.values()) {
      var measure = sign.measure();
      sign.in(facts.vitals())
          .ifPresent(
              value -> {
                var field = "vitals." + sign.field();
                if (value.compareTo(measure.min()) < 0 || value.compareTo(measure.max()) > 0) {
                  refuse(
                      field,
                      "implausible",
                      "Expected %s to %s %s."
                          .formatted(measure.min(), measure.max(), measure.unit()));
                } else if (value.scale() > measure.decimals()) {
                  refuse(
                      field,
                      "too-precise",
                      "At most %d digits behind the point.".formatted(measure.decimals()));
                } else if (value.scale() < 0) {
                  refuse(field, "not-plain", "Write the digits out, without an exponent.");
                }
              });
    }
    var vitals = facts.vitals();
    if (vitals.systolicMmHg() != null
        && vitals.diastolicMmHg() != null
        && vitals.diastolicMmHg().compareTo(vitals.systolicMmHg()) >= 0) {
      refuse("vitals.diastolicMmHg", "not-below-systolic", "Check which pressure is which.");
    }
  }

  private void checkReasons() {
    if (facts.reasons().size() > REASONS_MAX) {
      refuse("reasons", "too-many", "At most " + REASONS_MAX + ".");
      return;
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < facts.reasons().size(); i++) {
      var reason = facts.reasons().get(i);
      var field = "reasons[" + i + "]";
      if (reason.code() == null) {
        refuse(field + ".code", "required", "Give an ICPC-2 code.");
      } else if (!REASON_CODE.matcher(reason.code()).matches()) {
        refuse(field + ".code", "not-a-code", "1 to 16 Latin letters, digits and marks.");
      } else if (!seen.add(reason.code())) {
        refuse(field + ".code", "repeated", "Give each reason once.");
      }
      checkLength(field + ".text", reason.text(), REASON_TEXT_LENGTH_MAX);
    }
  }

  private void checkOutcome() {
    var outcome = facts.outcome();
    var kind = outcome.kind();
    checkPresence("outcome.diedOn", outcome.diedOn(), Presence.of(outcome.recordsDeath()));
    checkPresence(
        "outcome.referralTo",
        outcome.referralTo(),
        Presence.of(kind == Outcome.Kind.REFERRED || kind == Outcome.Kind.ADMITTED));
    checkPresence("outcome.followUpOn", outcome.followUpOn(), followUpWith(kind));
    checkLength("outcome.referralTo", outcome.referralTo(), REFERRAL_LENGTH_MAX);
  }

  private static Presence followUpWith(Outcome.Kind kind) {
    return switch (kind) {
      case FOLLOW_UP -> Presence.REQUIRED;
      case REFERRED, ADMITTED, CARE_DECLINED -> Presence.ALLOWED;
      case TREATED, DEAD_ON_ARRIVAL, DECEASED -> Presence.FORBIDDEN;
    };
  }

  private void checkDeath() {
    var diedOn = facts.outcome().diedOn();
    if (diedOn == null) {
      return;
    }
    if (diedOn.isAfter(facts.endedOn())) {
      refuse("outcome.diedOn", "after-visit", "Nobody records a death before it happens.");
    } else if (diedOn.isBefore(facts.startedOn().minusDays(limits.ageMax().toDays()))) {
      refuse("outcome.diedOn", "too-old", "A death that long ago is established by a court.");
    }
  }

  private void checkFollowUp() {
    var followUpOn = facts.outcome().followUpOn();
    if (followUpOn == null) {
      return;
    }
    if (!followUpOn.isAfter(facts.startedOn())) {
      refuse("outcome.followUpOn", "not-after-visit", "The next visit comes after this one.");
    } else if (followUpOn.isAfter(facts.startedOn().plus(limits.followUpAheadMax()))) {
      refuse("outcome.followUpOn", "too-far-ahead", "Set the next visit within a year.");
    }
  }

  private enum Presence {
    REQUIRED,
    ALLOWED,
    FORBIDDEN;

    static Presence of(boolean required) {
      return required ? REQUIRED : FORBIDDEN;
    }
  }

  private void checkPresence(String field, Object value, Presence presence) {
    if (value == null && presence == Presence.REQUIRED) {
      refuse(field, "required", "This outcome needs it.");
    } else if (value != null && presence == Presence.FORBIDDEN) {
      refuse(field, "not-applicable", "This outcome does not have it.");
    }
  }

  private void checkLength(String field, String text, int lengthMax) {
    if (text != null && text.length() > lengthMax) {
      refuse(field, "too-long", "At most " + lengthMax + " characters.");
    }
  }

  private void refuse(String field, String code, String message) {
    errors.add(new FieldError(field, code, message));
  }
}
