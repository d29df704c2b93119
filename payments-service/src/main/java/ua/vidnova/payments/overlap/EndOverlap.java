package ua.vidnova.payments.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.run.RunLock;
import ua.vidnova.payments.suspension.AwardsOfCaller;

/** An officer says which month was the last. The award stays suspended until two resume it. */
@ApplicationScoped
public class EndOverlap {

  private final AwardsOfCaller awards;
  private final RunLock runLock;
  private final OverlapUnits units;
  private final EntityManager entities;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  EndOverlap(
      AwardsOfCaller awards,
      RunLock runLock,
      OverlapUnits units,
      EntityManager entities,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.awards = awards;
    this.runLock = runLock;
    this.units = units;
    this.entities = entities;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public OverlapOutcome end(UUID overlapId, YearMonth last) {
    runLock.takeAlone();
    var overlap = Overlap.<Overlap>findByIdOptional(overlapId);
    var award = overlap.flatMap(found -> awards.findLocked(found.awardId()));
    if (award.isEmpty()) {
      return new OverlapOutcome.NotFound();
    }
    entities.refresh(overlap.get());
    if (!overlap.get().isLasting()) {
      return new OverlapOutcome.EndedBefore();
    }
    if (last.isBefore(overlap.get().period().from())) {
      return new OverlapOutcome.EndsTooEarly();
    }
    overlap.get().end(last, caller.id(), calendar.now());
    units.oweNoMore(List.of(award.get().id()));
    audit.wrote("ended", "overlap", overlapId, award.get().residentId());
    return new OverlapOutcome.Kept(overlap.get());
  }
}
