package ua.vidnova.medical.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.alert.RaiseAlerts;
import ua.vidnova.medical.resident.LifeState;
import ua.vidnova.medical.resident.Resident;
import ua.vidnova.medical.resident.VisibleResidents;

/** Records a visit, once, and tells others that it happened and whether the person died. */
@ApplicationScoped
public class RecordVisit {

  private final VisitLimits limits;
  private final TransactionLock lock;
  private final VisibleResidents visibleResidents;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final Outbox outbox;
  private final RaiseAlerts raiseAlerts;
  private final AuditTrail auditTrail;

  @Inject
  RecordVisit(
      VisitLimits limits,
      TransactionLock lock,
      VisibleResidents visibleResidents,
      Caller caller,
      KyivCalendar calendar,
      Outbox outbox,
      RaiseAlerts raiseAlerts,
      AuditTrail auditTrail) {
    this.limits = limits;
    this.lock = lock;
    this.visibleResidents = visibleResidents;
    this.caller = caller;
    this.calendar = calendar;
    this.outbox = outbox;
    this.raiseAlerts = raiseAlerts;
    this.auditTrail = auditTrail;
  }

  /**
   * Records the visit, unless something stands against it.
   *
   * @param id made on the device, so that handing the same visit in again changes nothing
   */
  @Transactional
  public Recording record(UUID id, VisitFacts facts) {
    var errors = VisitRules.check(facts, limits, calendar.now());
    if (!errors.isEmpty()) {
      return new Recording.Unacceptable(errors);
    }
    if (!caller.covers(facts.settlement())) {
      return new Recording.PlaceNotCovered();
    }
    lock.waitForOthersWith(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
    var before = Visit.<Visit>findByIdOptional(id);
    if (before.isPresent()) {
      return repeat(before.get(), facts);
    }
    var resident = Resident.findRegisteredForUpdate(facts.residentId());
    if (resident.isEmpty()) {
      return new Recording.ResidentUnknown();
    }
    return recordNew(id, facts, resident.get());
  }

  private Recording repeat(Visit before, VisitFacts facts) {
    if (!before.wholeFacts().equals(facts)) {
      return new Recording.IdTaken();
    }
    auditTrail.read("visit", before.id(), facts.residentId());
    return new Recording.DoneBefore(before);
  }

  private Recording recordNew(UUID id, VisitFacts facts, Resident resident) {
    var person = visibleResidents.find(resident);
    if (person.isEmpty()) {
      return new Recording.ResidentNotVisible();
    }
    var bornLater = bornLater(resident, facts);
    if (!bornLater.isEmpty()) {
      return new Recording.Unacceptable(bornLater);
    }
    if (person.get().wasDeadBefore(facts.startedOn())) {
      return new Recording.ResidentDeceased();
    }
    var visit = new Visit(id, facts, caller.id(), caller.name(), calendar.now());
    visit.persist();
    outbox.append(VisitRecorded.of(visit));
    raiseAlerts.of(visit.id(), visit.revisionId());
    if (facts.outcome().recordsDeath()) {
      resident.isNow(LifeState.DECEASED, facts.outcome().diedOn(), visit.recordedAt());
      outbox.append(DeathRecorded.of(visit));
    }
    auditTrail.wrote("recorded", "visit", id, facts.residentId());
    return new Recording.Done(visit);
  }

  private static List<FieldError> bornLater(Resident resident, VisitFacts facts) {
    var bornOn = resident.birthDate().orElse(LocalDate.MIN);
    var diedOn = facts.outcome().diedOn();
    if (facts.startedOn().isBefore(bornOn)) {
      return List.of(
          new FieldError("startedAt", "before-birth", "The resident was born after this."));
    }
    return diedOn != null && diedOn.isBefore(bornOn)
        ? List.of(
            new FieldError("outcome.diedOn", "before-birth", "The resident was born after this."))
        : List.of();
  }
}
