package ua.vidnova.medical.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.resident.Resident;

/** Notes, once, that someone asked for a visit. */
@ApplicationScoped
public class NoteNeed {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final TransactionLock lock;
  private final AuditTrail trail;

  @Inject
  NoteNeed(Caller caller, KyivCalendar calendar, TransactionLock lock, AuditTrail trail) {
    this.caller = caller;
    this.calendar = calendar;
    this.lock = lock;
    this.trail = trail;
  }

  /**
   * Notes the need, unless something stands against it.
   *
   * @param id made on the device, so that handing the same in again changes nothing
   */
  @Transactional
  public NeedOutcome note(UUID id, NeedFacts facts) {
    var errors = NeedRules.check(facts, calendar.now());
    if (!errors.isEmpty()) {
      return new NeedOutcome.Unacceptable(errors);
    }
    if (!caller.covers(facts.settlement())) {
      return new NeedOutcome.PlaceNotCovered();
    }
    lock.waitForOthersWith("need " + id);
    return Need.findLocked(id)
        .map(before -> repeat(before, facts))
        .or(() -> refusal(facts))
        .orElseGet(() -> noteNew(id, facts));
  }

  private NeedOutcome repeat(Need before, NeedFacts facts) {
    if (!before.facts().equals(facts)) {
      return new NeedOutcome.IdTaken();
    }
    trail.read("need", before.id(), facts.residentId());
    return new NeedOutcome.Done(NeedNow.findNeed(before.id()).orElseThrow(), false);
  }

  private Optional<NeedOutcome> refusal(NeedFacts facts) {
    if (facts.residentId() == null) {
      return Optional.empty();
    }
    var resident = Resident.findRegistered(facts.residentId());
    if (resident.isEmpty()) {
      return Optional.of(new NeedOutcome.ResidentUnknown());
    }
    // To ask for a visit opens no record: where the person lives decides.
    var person = Person.of(resident.get());
    if (!caller.covers(person.settlement())) {
      return Optional.of(new NeedOutcome.ResidentNotVisible());
    }
    return person.diedOn().isPresent()
        ? Optional.of(new NeedOutcome.ResidentDeceased())
        : Optional.empty();
  }

  private NeedOutcome noteNew(UUID id, NeedFacts facts) {
    new Need(id, facts, caller.id(), caller.name(), calendar.now()).persistAndFlush();
    trail.wrote("noted", "need", id, facts.residentId());
    return new NeedOutcome.Done(NeedNow.findNeed(id).orElseThrow(), true);
  }
}
