package ua.vidnova.registry.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import ua.vidnova.registry.facts.FactsChanged;
import ua.vidnova.registry.facts.FactsReader;
import ua.vidnova.registry.facts.KnownFacts;
import ua.vidnova.registry.resident.Resident;

/**
 * Files a resident anew when what is known of them has changed, other names included, and then
 * compares them with the others again: a number or a maiden name that comes later may tell who they
 * are. Comparing waits for the commit, since a pair needs a lock on both residents, and two people
 * of whom something is stated at once would wait for each other; a run in bulk finds what a crash
 * in between leaves out.
 */
@ApplicationScoped
class MatchChangedResident {

  private static final int CANDIDATES_MAX = 20;

  private final FindCandidates findCandidates;
  private final MatchIndex index;
  private final ProfileReader profiles;
  private final FactsReader reader;
  private final Event<CandidatesFound> candidatesFound;

  @Inject
  MatchChangedResident(
      FindCandidates findCandidates,
      MatchIndex index,
      ProfileReader profiles,
      FactsReader reader,
      Event<CandidatesFound> candidatesFound) {
    this.findCandidates = findCandidates;
    this.index = index;
    this.profiles = profiles;
    this.reader = reader;
    this.candidatesFound = candidatesFound;
  }

  void fileAnew(@Observes FactsChanged changed) {
    var resident = Resident.getResident(changed.residentId());
    Resident.flush();
    index.keepNames(
        resident.id(),
        KnownFacts.of(reader.read(resident)).otherNames().stream()
            .map(KnownFacts.OtherName::name)
            .toList());
    index.file(profileOf(changed));
  }

  @Transactional(TxType.REQUIRES_NEW)
  void compareAnew(@Observes(during = TransactionPhase.AFTER_SUCCESS) FactsChanged changed) {
    var candidates = findCandidates.of(profileOf(changed), CANDIDATES_MAX);
    if (!candidates.isEmpty()) {
      candidatesFound.fire(new CandidatesFound(changed.residentId(), candidates, Origin.SYNC));
    }
  }

  private MatchProfile profileOf(FactsChanged changed) {
    return profiles.withIds(List.of(changed.residentId())).getFirst();
  }
}
