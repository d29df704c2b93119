package ua.vidnova.medical.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.visit.VisibleVisits;

/** Wants a need met at a stop, names the visit that met it, or closes it with a reason. */
@ApplicationScoped
public class SettleNeed {

  private final WaitingPeople waiting;
  private final VisitClaims claims;
  private final VisibleVisits visibleVisits;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail trail;

  @Inject
  SettleNeed(
      WaitingPeople waiting,
      VisitClaims claims,
      VisibleVisits visibleVisits,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail trail) {
    this.waiting = waiting;
    this.claims = claims;
    this.visibleVisits = visibleVisits;
    this.caller = caller;
    this.calendar = calendar;
    this.trail = trail;
  }

  /**
   * Wants it met at one stop alone, as long as that is to come.
   *
   * @param stopId null: at any stop in the settlement
   * @param readVersion version that the caller has seen; empty when they do not mind
   */
  @Transactional
  public NeedOutcome pin(UUID id, UUID stopId, OptionalLong readVersion) {
    return settle(
        id,
        readVersion,
        need -> {
          if (stopId != null && !waiting.isStopAhead(stopId, need.settlement(), calendar.today())) {
            return Optional.of(new NeedOutcome.NoSuchStop());
          }
          need.pinTo(stopId);
          if (stopId != null) {
            claims.giveWay(id, stopId);
          }
          return done("pinned", need);
        });
  }

  /** Says which visit met the need of someone who had no record when they asked. */
  @Transactional
  public NeedOutcome meet(UUID id, UUID visitId, OptionalLong readVersion) {
    return settle(
        id,
        readVersion,
        need -> {
          if (need.residentId().isPresent()) {
            return Optional.of(new NeedOutcome.MetByItself());
          }
          var visit =
              visibleVisits
                  .find(visitId)
                  .filter(found -> !found.startedAt().isBefore(need.facts().askedAt()));
          if (visit.isEmpty()) {
            return Optional.of(new NeedOutcome.NoSuchVisit());
          }
          need.isMetBy(visitId);
          return done("met", need);
        });
  }

  /**
   * Closes it.
   *
   * @param note more about the reason; may be null
   */
  @Transactional
  public NeedOutcome close(UUID id, ClosingReason reason, String note, OptionalLong readVersion) {
    return settle(
        id,
        readVersion,
        need -> {
          need.close(reason, note, calendar.now(), caller.id());
          return done("closed", need);
        });
  }

  private NeedOutcome settle(
      UUID id, OptionalLong readVersion, Function<Need, Optional<NeedOutcome>> step) {
    var found = Need.findLocked(id).filter(need -> caller.covers(need.settlement()));
    if (found.isEmpty()) {
      return new NeedOutcome.NotFound();
    }
    var need = found.get();
    if (readVersion.orElse(need.version()) != need.version()) {
      return new NeedOutcome.ChangedMeanwhile();
    }
    var before = NeedNow.findNeed(id).orElseThrow();
    if (before.state() == NeedState.MET || before.state() == NeedState.CLOSED) {
      return new NeedOutcome.Settled(before.state());
    }
    NeedNow.getEntityManager().detach(before);
    return step.apply(need)
        .orElseGet(() -> new NeedOutcome.Done(NeedNow.findNeed(id).orElseThrow(), false));
  }

  private Optional<NeedOutcome> done(String action, Need need) {
    need.persistAndFlush();
    trail.wrote(action, "need", need.id(), need.residentId().orElse(null));
    return Optional.empty();
  }
}
