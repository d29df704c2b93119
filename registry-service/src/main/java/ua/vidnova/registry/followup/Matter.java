package ua.vidnova.registry.followup;

import java.util.UUID;

/**
 * What a brigade told of, whatever it said: it is told, corrected and taken back under this.
 *
 * @param child which of the children born alive in the visit; 0 of what is no birth
 */
record Matter(FollowUpKind kind, UUID residentId, UUID visitId, int child) {

  static Matter of(OutcomeWithdrawn withdrawn) {
    return new Matter(
        withdrawn.outcome(),
        withdrawn.residentId(),
        withdrawn.visitId(),
        withdrawn.child() == null ? 0 : withdrawn.child());
  }
}
