package ua.vidnova.payments.listening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.payments.death.RestoreAwards;
import ua.vidnova.payments.death.StopAwards;
import ua.vidnova.payments.death.StopAwards.Change;
import ua.vidnova.payments.matching.MatchAwards;
import ua.vidnova.payments.merge.HoldAwards;
import ua.vidnova.payments.resident.LifeState;
import ua.vidnova.payments.resident.Resident;

/**
 * A resident died, is missing or presumed dead, or lives after all. A reappearance brings awards
 * back as dormant ones: whether they are resumed is for two people to decide.
 */
@ApplicationScoped
public class LifeStateListener implements EventHandler<LifeStateListener.LifeStateChanged> {

  /**
   * The part of the event that payments needs.
   *
   * @param legalState the state in full; null in events from before it was told
   */
  public record LifeStateChanged(
      UUID residentId, LifeState lifeState, LifeState legalState, LocalDate effectiveOn) {

    LifeState inFull() {
      return legalState == null ? lifeState : legalState;
    }
  }

  private final StopAwards stopAwards;
  private final RestoreAwards restoreAwards;
  private final MatchAwards matchAwards;
  private final HoldAwards holdAwards;
  private final AuditTrail audit;

  @Inject
  LifeStateListener(
      StopAwards stopAwards,
      RestoreAwards restoreAwards,
      MatchAwards matchAwards,
      HoldAwards holdAwards,
      AuditTrail audit) {
    this.stopAwards = stopAwards;
    this.restoreAwards = restoreAwards;
    this.matchAwards = matchAwards;
    this.holdAwards = holdAwards;
    this.audit = audit;
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.LifeStateChanged.v1";
  }

  @Override
  public Class<LifeStateChanged> dataType() {
    return LifeStateChanged.class;
  }

  @Override
  public void handle(IncomingEvent<LifeStateChanged> event) {
    var change = event.data();
    var resident = Resident.getOrMakeLocked(change.residentId());
    if (resident.isNow(change.inFull(), change.effectiveOn(), event.time())) {
      var changes = follow(resident, change.inFull());
      var held = holdAwards.settle(List.of(resident.id()));
      if (change.inFull() == LifeState.LIVING) {
        matchAwards.matchResident(resident);
      }
      changes.forEach(
          one -> audit.wrote(one.action(), one.objectType(), one.objectId(), resident.id()));
      held.forEach(one -> audit.wrote(one.action(), "award", one.awardId(), one.residentId()));
    }
  }

  private List<Change> follow(Resident resident, LifeState state) {
    return switch (state) {
      case DECEASED, PRESUMED_DEAD -> stopAwards.stop(resident);
      case MISSING ->
          Stream.concat(
                  restoreAwards.restore(resident).stream(),
                  restoreAwards.suspend(resident).stream())
              .toList();
      case LIVING -> restoreAwards.restore(resident);
    };
  }
}
