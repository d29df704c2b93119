package ua.vidnova.coordination.cashpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;

/** A coordinator describes a cash point of their territory, new or known. */
@ApplicationScoped
public class SaveCashPoint {

  private final TellCashPoint step;
  private final TransactionLock lock;
  private final AuditTrail trail;

  @Inject
  SaveCashPoint(TellCashPoint step, TransactionLock lock, AuditTrail trail) {
    this.step = step;
    this.lock = lock;
    this.trail = trail;
  }

  /**
   * Makes it so, or leaves all as it was.
   *
   * @param readVersion version that the coordinator has seen; empty when they do not mind
   */
  @Transactional
  public CashPointOutcome save(UUID id, Description told, Status status, OptionalLong readVersion) {
    lock.waitForOthersWith("cash-points of " + told.operator());
    lock.waitForOthersWith("cash-point " + id);
    var present = CashPoint.findLocked(id);
    var was = present.map(FindCashPoints::known);
    if (readVersion.isPresent()
        && readVersion.getAsLong() != was.map(KnownCashPoint::version).orElse(-1)) {
      return new CashPointOutcome.ChangedMeanwhile();
    }
    var faults = step.faults(told, status, was.map(KnownCashPoint::status).orElse(null));
    if (!faults.isEmpty()) {
      return new CashPointOutcome.NotAcceptable(faults);
    }
    if (!step.mayTell(told)
        || !was.map(KnownCashPoint::description).map(step::mayTell).orElse(true)) {
      return new CashPointOutcome.OutsideTerritory();
    }
    var other = CashPoint.findByCode(told.operator(), told.operatorCode());
    if (other.filter(one -> !one.id().equals(id)).isPresent()) {
      return new CashPointOutcome.CodeTaken(other.get().id());
    }
    var saved = step.tell(present.orElseGet(() -> new CashPoint(id)), was, told, status);
    if (saved.changed()) {
      trail.wrote("described", "cash-point", id, null);
    }
    return saved;
  }

  /** The same of the status alone. */
  @Transactional
  public CashPointOutcome saveStatus(UUID id, Status status, OptionalLong readVersion) {
    Optional<CashPoint> present = CashPoint.findLocked(id);
    if (present.isEmpty()) {
      return new CashPointOutcome.NotFound();
    }
    var was = FindCashPoints.known(present.get());
    if (!step.mayTell(was.description())) {
      return new CashPointOutcome.OutsideTerritory();
    }
    if (readVersion.orElse(was.version()) != was.version()) {
      return new CashPointOutcome.ChangedMeanwhile();
    }
    var faults = step.faults(was.description().kind(), status, was.status());
    if (!faults.isEmpty()) {
      return new CashPointOutcome.NotAcceptable(faults);
    }
    var saved = step.tell(present.get(), Optional.of(was), was.description(), status);
    if (saved.changed()) {
      trail.wrote("status-set", "cash-point", id, null);
    }
    return saved;
  }
}
