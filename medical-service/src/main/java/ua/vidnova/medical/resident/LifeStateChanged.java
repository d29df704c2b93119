package ua.vidnova.medical.resident;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Registry tells that a resident died, is missing or presumed dead, or lives after all.
 *
 * @param legalState the state in full; null in events from before it was told
 */
public record LifeStateChanged(
    UUID residentId, LifeState lifeState, LifeState legalState, LocalDate effectiveOn) {

  LifeState inFull() {
    return legalState == null ? lifeState : legalState;
  }
}
