package ua.vidnova.medical.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.alert.RaiseAlerts;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.resident.Resident;
import ua.vidnova.medical.resident.VisibleResidents;
import ua.vidnova.medical.trip.TripHistory;
import ua.vidnova.medical.trip.TripVersions;

/** Records a visit, once, and tells others that it happened and whether the person died. */
@ApplicationScoped
public class RecordVisit {

  private final VisitLimits limits;
  private final KnownCodes knownCodes;
  private final TransactionLock lock;
  private final VisibleResidents visibleResidents;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final TripVersions tripVersions;
  private final VisitStock stock;
  private final Deaths deaths;
  private final TellOutcomes tellOutcomes;
  private final Outbox outbox;
  private final RaiseAlerts raiseAlerts;
  private final AuditTrail auditTrail;

  @Inject
  RecordVisit(
      VisitLimits limits,
      KnownCodes knownCodes,
      TransactionLock lock,
      VisibleResidents visibleResidents,
      Caller caller,
      KyivCalendar calendar,
      TripVersions tripVersions,
      VisitStock stock,
      Deaths deaths,
      TellOutcomes tellOutcomes,
      Outbox outbox,
      RaiseAlerts raiseAlerts,
      AuditTrail auditTrail) {
    this.limits = limits;
    this.knownCodes = knownCodes;
    this.lock = lock;
    this.visibleResidents = visibleResidents;
    this.caller = caller;
    this.calendar = calendar;
    this.tripVersions = tripVersions;
    this.stock = stock;
    this.deaths = deaths;
    this.tellOutcomes = tellOutcomes;
    this.outbox = outbox;
    this.raiseAlerts = raiseAlerts;
    this.auditTrail = auditTrail;
  }

  /**
   * Records the visit, unless something stands against it.
   *
   * @param id made on the device, so that handing the same visit in again changes nothing
   * @param said in any form; of an anonymous person, with the id of {@code anonymous}
   * @param anonymous how someone looked who did not say who they are
   */
  @Transactional
  public Recording record(UUID id, VisitFacts said, Optional<Anonymous> anonymous) {
    return record(id, said, anonymous, () -> true);
  }

  /**
   * The same for a visit that others call by names of their own.
   *
   * @param namesAreFree asked last, when nothing else stands against a new visit; false when a name
   *     is another visit's, and then the id counts as taken
   */
  @Transactional
  public Recording record(
      UUID id, VisitFacts said, Optional<Anonymous> anonymous, BooleanSupplier namesAreFree) {
    var facts = OneForm.of(id, said);
    var errors = check(facts, anonymous);
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
    var trip = Optional.ofNullable(facts.tripId()).flatMap(tripVersions::historyOf);
    if (facts.tripId() != null && trip.isEmpty()) {
      return new Recording.TripUnknown();
    }
    var notOfTrip =
        trip.map(known -> TripRules.check(facts, known, caller.name(), limits)).orElse(List.of());
    if (!notOfTrip.isEmpty()) {
      return new Recording.Unacceptable(notOfTrip);
    }
    return record(id, facts, anonymous, trip, namesAreFree);
  }

  private Recording record(
      UUID id,
      VisitFacts facts,
      Optional<Anonymous> anonymous,
      Optional<TripHistory> trip,
      BooleanSupplier namesAreFree) {
    var resident =
        anonymous
            .map(who -> recordOf(who, facts))
            .or(() -> Resident.findRegisteredForUpdate(facts.residentId()));
    if (resident.isEmpty()) {
      return new Recording.ResidentUnknown();
    }
    if (anonymous.isPresent() && !isOf(resident.get(), anonymous.get(), facts)) {
      return new Recording.AnonymousIdTaken();
    }
    return recordNew(id, facts, resident.get(), trip, namesAreFree);
  }

  private List<FieldError> check(VisitFacts facts, Optional<Anonymous> anonymous) {
    var refusals = new Refusals();
    anonymous.ifPresent(who -> who.check(refusals));
    var errors = new ArrayList<>(refusals.all());
    errors.addAll(VisitRules.check(facts, limits, calendar.now()));
    return errors;
  }

  private Recording repeat(Visit before, VisitFacts facts) {
    var person = Person.of(Resident.findById(before.residentId()));
    var patient = Patient.of(person, facts);
    if (!before.isFirstRevision() || !patient.isRepeated(before.wholeFacts(), facts, limits)) {
      return new Recording.IdTaken();
    }
    auditTrail.read("visit", before.id(), facts.residentId());
    return new Recording.DoneBefore(before);
  }

  private Resident recordOf(Anonymous who, VisitFacts facts) {
    return Resident.getOrMakeAnonymous(
        who.id(),
        who.sex(),
        who.reckonedBirthDate(facts.startedOn()),
        facts.settlement(),
        calendar.now());
  }

  private static boolean isOf(Resident resident, Anonymous who, VisitFacts facts) {
    return resident.isAnonymous()
        && who.canBe(
            resident.sex().orElseThrow(), resident.birthDate().orElseThrow(), facts.startedOn());
  }

  private Recording recordNew(
      UUID id,
      VisitFacts facts,
      Resident resident,
      Optional<TripHistory> trip,
      BooleanSupplier namesAreFree) {
    var person =
        visibleResidents
            .find(resident)
            .or(() -> trip.flatMap(known -> visibleResidents.findMet(resident, known)));
    if (person.isEmpty()) {
      return new Recording.ResidentNotVisible();
    }
    var patient = Patient.of(person.get(), facts);
    var errors = new ArrayList<>(PatientRules.check(facts, patient, limits));
    errors.addAll(knownCodes.check(facts));
    errors.addAll(stock.check(facts));
    if (!errors.isEmpty()) {
      return new Recording.Unacceptable(errors);
    }
    if (person.get().wasDeadBefore(facts.startedOn())) {
      return new Recording.ResidentDeceased();
    }
    if (PartIds.areTaken(facts)) {
      return new Recording.PartIdTaken();
    }
    if (!namesAreFree.getAsBoolean()) {
      return new Recording.IdTaken();
    }
    var visit =
        new Visit(id, patient.describedIn(facts), caller.id(), caller.name(), calendar.now());
    visit.persistAndFlush();
    stock.take(visit, Optional.empty());
    outbox.append(VisitRecorded.of(visit));
    raiseAlerts.of(visit.id(), visit.revisionId());
    deaths.note(visit, resident);
    tellOutcomes.of(visit);
    auditTrail.wrote("recorded", "visit", id, facts.residentId());
    return new Recording.Done(visit);
  }
}
