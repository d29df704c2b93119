package ua.vidnova.registry.matching;

import java.util.List;
import java.util.UUID;

/**
 * Tells, within the service and in the transaction that found them, that a resident resembles
 * others. Fired as a synchronous CDI event; every candidate is in band REVIEW or LINK.
 */
public record CandidatesFound(UUID residentId, List<Candidate> candidates, Origin origin) {

  public CandidatesFound {
    candidates = List.copyOf(candidates);
  }
}
