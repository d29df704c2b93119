package ua.vidnova.registry.followup;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a brigade told of a resident.
 *
 * @param child which of the children born alive in the visit; 0 of what is no birth
 * @param settlement KATOTTG code of where a missing person was seen; null of anything else
 */
record Sighting(
    FollowUpKind kind, UUID residentId, UUID visitId, int child, LocalDate day, String settlement) {

  Matter matter() {
    return new Matter(kind, residentId, visitId, child);
  }

  static Sighting of(BirthRecorded birth) {
    return new Sighting(
        FollowUpKind.BIRTH,
        birth.residentId(),
        birth.visitId(),
        birth.child(),
        birth.bornOn(),
        null);
  }

  static Sighting of(DisabilityAssessmentReferred referral) {
    return ofDay(
        FollowUpKind.DISABILITY_ASSESSMENT,
        referral.residentId(),
        referral.visitId(),
        referral.referredOn(),
        null);
  }

  static Sighting of(MissingPersonSeen seen) {
    return ofDay(
        FollowUpKind.MISSING_SEEN,
        seen.residentId(),
        seen.visitId(),
        seen.seenOn(),
        seen.settlement());
  }

  private static Sighting ofDay(
      FollowUpKind kind, UUID residentId, UUID visitId, LocalDate day, String settlement) {
    return new Sighting(kind, residentId, visitId, 0, day, settlement);
  }
}
