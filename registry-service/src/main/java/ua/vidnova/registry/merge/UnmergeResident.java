package ua.vidnova.registry.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.registry.resident.OpenResidentFile;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentFile;
import ua.vidnova.registry.review.MatchPair;
import ua.vidnova.registry.shield.Shielding;

/** Makes two people of one again, because their merge was wrong. */
@ApplicationScoped
public class UnmergeResident {

  private final MergeResidents mergeResidents;
  private final OpenResidentFile files;
  private final Shielding shielding;
  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  UnmergeResident(
      MergeResidents mergeResidents,
      OpenResidentFile files,
      Shielding shielding,
      Caller caller,
      AuditTrail auditTrail) {
    this.mergeResidents = mergeResidents;
    this.files = files;
    this.shielding = shielding;
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** The record stands for itself; the question whether it is the other's is open again. */
    record Done(ResidentFile file) implements Outcome {}

    /** It is not there, or one side of it is not the caller's to see. */
    record NotFound() implements Outcome {}

    /** The record is not merged. */
    record NotMerged() implements Outcome {}

    /** The caller had read an older version of the survivor. */
    record ChangedMeanwhile() implements Outcome {}
  }

  /**
   * Undoes the merge of a record.
   *
   * @param expectedVersion of the survivor, as the caller has read it; empty when any will do
   */
  @Transactional
  public Outcome unmerge(UUID mergedId, String reason, OptionalLong expectedVersion) {
    var locked = Resident.listLockedWithPersons(List.of(mergedId));
    if (locked.isEmpty()
        || shielding.ifVisible(mergedId).isEmpty()
        || !locked.stream().allMatch(resident -> caller.covers(resident.settlement()))) {
      return new Outcome.NotFound();
    }
    var found = ResidentMerge.findOf(mergedId);
    if (found.isEmpty()) {
      return new Outcome.NotMerged();
    }
    var survivor = Resident.getResident(found.get().survivorId());
    if (expectedVersion.orElse(survivor.version()) != survivor.version()) {
      return new Outcome.ChangedMeanwhile();
    }
    MatchPair.getLocked(found.get().pairId()).reopen();
    mergeResidents.unmerge(found.get(), reason);
    var file = files.find(mergedId).orElseThrow();
    auditTrail.wrote("unmerged", "resident", mergedId, mergedId);
    auditTrail.wrote("unmerged", "resident", mergedId, survivor.id());
    return new Outcome.Done(file);
  }
}
