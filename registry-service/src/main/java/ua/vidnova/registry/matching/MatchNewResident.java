package ua.vidnova.registry.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import ua.vidnova.chassis.locks.TransactionLock;

/**
 * Compares a resident who has just been registered with the others, files them, and tells within
 * the service whom they resemble; all in the registration's transaction.
 */
@ApplicationScoped
public class MatchNewResident {

  /** Nobody has more doubles than this; what is beyond is a fault of the data. */
  private static final int CANDIDATES_MAX = 20;

  private final FindCandidates findCandidates;
  private final MatchIndex index;
  private final Event<CandidatesFound> candidatesFound;
  private final TransactionLock lock;

  @Inject
  MatchNewResident(
      FindCandidates findCandidates,
      MatchIndex index,
      Event<CandidatesFound> candidatesFound,
      TransactionLock lock) {
    this.findCandidates = findCandidates;
    this.index = index;
    this.candidatesFound = candidatesFound;
    this.lock = lock;
  }

  /** The residents whom the new one resembles, best first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Candidate> match(MatchProfile resident, Origin origin) {
    // One person registered twice at the same moment: the later one waits and sees the earlier.
    lock.waitForOthersWith(MatchKeys.sharedByDoubles(resident));
    var candidates = findCandidates.of(resident, CANDIDATES_MAX);
    index.file(resident);
    if (!candidates.isEmpty()) {
      candidatesFound.fire(new CandidatesFound(resident.id(), candidates, origin));
    }
    return candidates;
  }
}
