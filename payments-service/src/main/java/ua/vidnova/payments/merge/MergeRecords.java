package ua.vidnova.payments.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.payments.award.MatchingLock;
import ua.vidnova.payments.channel.JoinedAccounts;
import ua.vidnova.payments.resident.Resident;
import ua.vidnova.payments.run.RunLock;

/**
 * Follows the registry: two records are of one person, or of two after all. May come twice, and in
 * any order with whatever else is told of either.
 */
@ApplicationScoped
public class MergeRecords {

  private final HoldAwards holdAwards;
  private final RunLock runLock;
  private final MatchingLock matchingLock;
  private final AuditTrail audit;

  @Inject
  MergeRecords(
      HoldAwards holdAwards, RunLock runLock, MatchingLock matchingLock, AuditTrail audit) {
    this.holdAwards = holdAwards;
    this.runLock = runLock;
    this.matchingLock = matchingLock;
    this.audit = audit;
  }

  /** From now on both records are of one person. */
  @Transactional
  public void merge(UUID mergedId, UUID survivorId, Instant toldAt) {
    var merged = lock(mergedId, survivorId);
    if (!merged.isMergeNews(toldAt)) {
      return;
    }
    var changes = new ArrayList<HoldAwards.Change>();
    if (merged.isMerged() && !merged.personId().equals(survivorId)) {
      changes.addAll(separate(merged, toldAt));
    }
    merged.mergeInto(survivorId, toldAt);
    JoinedAccounts.join(mergedId, survivorId);
    changes.addAll(holdAwards.settlePerson(survivorId));
    audit("merged", mergedId, survivorId, changes);
  }

  /** The records are of two people: each gets their own back. */
  @Transactional
  public void unmerge(UUID mergedId, UUID survivorId, Instant toldAt) {
    var merged = lock(mergedId, survivorId);
    if (merged.isMergeNews(toldAt)) {
      audit("unmerged", mergedId, survivorId, separate(merged, toldAt));
    }
  }

  private List<HoldAwards.Change> separate(Resident merged, Instant toldAt) {
    var survivorId = merged.personId();
    if (merged.isMerged()) {
      holdAwards.takeBackAllOf(survivorId);
    }
    merged.standAlone(toldAt);
    var changes = new ArrayList<>(holdAwards.settlePerson(survivorId));
    changes.addAll(holdAwards.settlePerson(merged.id()));
    return changes;
  }

  /** Locks go run, residents, matching, award: as everywhere, with the run's before all. */
  private Resident lock(UUID mergedId, UUID survivorId) {
    runLock.takeAlone();
    List.of(mergedId, survivorId).stream().sorted().forEach(Resident::getOrMakeLocked);
    matchingLock.share();
    return Resident.getOrMakeLocked(mergedId);
  }

  private void audit(
      String action, UUID mergedId, UUID survivorId, List<HoldAwards.Change> changes) {
    changes.forEach(one -> audit.wrote(one.action(), "award", one.awardId(), one.residentId()));
    audit.wrote(action, "resident", mergedId, mergedId);
    audit.wrote(action, "resident", mergedId, survivorId);
  }
}
