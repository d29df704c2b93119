package ua.vidnova.coordination.brigade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.coordination.brigade.Brigade.Description;

/** A coordinator describes a brigade of their territory, new or known. */
@ApplicationScoped
public class SaveBrigade {

  private final Caller caller;
  private final TransactionLock lock;
  private final AuditTrail trail;

  @Inject
  SaveBrigade(Caller caller, TransactionLock lock, AuditTrail trail) {
    this.caller = caller;
    this.lock = lock;
    this.trail = trail;
  }

  /**
   * Makes it so, or leaves all as it was.
   *
   * @param readVersion version that the coordinator has seen; empty when they do not mind
   */
  @Transactional
  public BrigadeOutcome save(UUID id, Description told, OptionalLong readVersion) {
    lock.waitForOthersWith("brigade " + id);
    var present = Brigade.findLocked(id);
    if (readVersion.isPresent()
        && readVersion.getAsLong() != present.map(Brigade::version).orElse(-1)) {
      return new BrigadeOutcome.ChangedMeanwhile();
    }
    var faults = BrigadeRules.faultsOf(told);
    if (!faults.isEmpty()) {
      return new BrigadeOutcome.NotAcceptable(faults);
    }
    if (!caller.covers(told.territory())
        || present.filter(was -> !caller.covers(was.territory())).isPresent()) {
      return new BrigadeOutcome.OutsideTerritory();
    }
    if (present.map(Brigade::description).equals(Optional.of(told))) {
      return new BrigadeOutcome.Saved(present.get(), false);
    }
    var brigade = present.orElseGet(() -> new Brigade(id));
    brigade.become(told);
    brigade.persistAndFlush();
    trail.wrote("described", "brigade", id, null);
    return new BrigadeOutcome.Saved(brigade, present.isEmpty());
  }
}
