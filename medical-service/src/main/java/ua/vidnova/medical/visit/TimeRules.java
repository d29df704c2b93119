package ua.vidnova.medical.visit;

import java.time.Instant;

/** When a visit can have been. */
final class TimeRules {

  private TimeRules() {}

  /** True when both times are acceptable, so that days may be reckoned from them. */
  static boolean areAcceptable(
      VisitFacts facts, VisitLimits limits, Instant handedInAt, Instant now, Refusals refusals) {
    var started = facts.startedAt();
    var ended = facts.endedAt();
    var latest = now.plus(limits.clockToleranceMax());
    if (started.isAfter(latest)) {
      refusals.refuse("startedAt", "in-the-future", "Check the device's clock.");
    } else if (started.isBefore(handedInAt.minus(limits.ageMax()))) {
      var days = limits.ageMax().toDays();
      refusals.refuse("startedAt", "too-old", "A visit is handed in within " + days + " days.");
    } else if (ended == null) {
      return true;
    } else if (!ended.isAfter(started)) {
      refusals.refuse("endedAt", "not-after-start", "A visit ends after it begins.");
    } else if (ended.isAfter(latest)) {
      refusals.refuse("endedAt", "in-the-future", "Check the device's clock.");
    } else if (ended.isAfter(started.plus(limits.lengthMax()))) {
      var hours = limits.lengthMax().toHours();
      refusals.refuse("endedAt", "too-long", "A visit lasts at most " + hours + " hours.");
    } else {
      return true;
    }
    return false;
  }
}
