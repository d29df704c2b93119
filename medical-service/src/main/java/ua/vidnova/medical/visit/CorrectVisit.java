package ua.vidnova.medical.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.alert.RaiseAlerts;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.resident.Resident;
import ua.vidnova.medical.resident.VisibleResidents;
import ua.vidnova.medical.trip.TripHistory;
import ua.vidnova.medical.trip.TripVersions;

/**
 * Corrects a visit by adding a revision that says all of it anew, or that it was entered in error.
 * What was said before stays.
 */
@ApplicationScoped
public class CorrectVisit {

  private final VisitLimits limits;
  private final KnownCodes knownCodes;
  private final TransactionLock lock;
  private final VisibleResidents visibleResidents;
  private final KnownProtection knownProtection;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final TripVersions tripVersions;
  private final VisitStock stock;
  private final Deaths deaths;
  private final TellOutcomes tellOutcomes;
  private final RaiseAlerts raiseAlerts;
  private final AuditTrail auditTrail;

  @Inject
  CorrectVisit(
      VisitLimits limits,
      KnownCodes knownCodes,
      TransactionLock lock,
      VisibleResidents visibleResidents,
      KnownProtection knownProtection,
      Caller caller,
      KyivCalendar calendar,
      TripVersions tripVersions,
      VisitStock stock,
      Deaths deaths,
      TellOutcomes tellOutcomes,
      RaiseAlerts raiseAlerts,
      AuditTrail auditTrail) {
    this.limits = limits;
    this.knownCodes = knownCodes;
    this.lock = lock;
    this.visibleResidents = visibleResidents;
    this.knownProtection = knownProtection;
    this.caller = caller;
    this.calendar = calendar;
    this.tripVersions = tripVersions;
    this.stock = stock;
    this.deaths = deaths;
    this.tellOutcomes = tellOutcomes;
    this.raiseAlerts = raiseAlerts;
    this.auditTrail = auditTrail;
  }

  /**
   * Adds a revision, unless something stands against it.
   *
   * @param id of the revision, made on the device, so that handing it in again changes nothing
   * @param read the number of the revision that the caller has read
   * @param said in any form; of a withdrawn visit it is not taken over
   */
  @Transactional
  public Correcting correct(
      UUID visitId, UUID id, long read, Correction correction, VisitFacts said) {
    lock.waitForOthersWith(visitId.getMostSignificantBits() ^ visitId.getLeastSignificantBits());
    var latest = Visit.findLatest(visitId);
    var resident = latest.flatMap(visit -> Resident.findRegisteredForUpdate(visit.residentId()));
    if (resident.isEmpty()) {
      return new Correcting.VisitUnknown();
    }
    var visible = visibleResidents.find(resident.get()).isPresent();
    if (!knownProtection.isRecorder(latest.get())) {
      if (!visible) {
        return new Correcting.VisitUnknown();
      }
      if (!caller.hasRole(Roles.BRIGADE_LEAD)) {
        return new Correcting.NotTheirs();
      }
    }
    return correct(latest.get(), resident.get(), id, read, correction, said);
  }

  private Correcting correct(
      Visit latest, Resident resident, UUID id, long read, Correction correction, VisitFacts said) {
    var facts = factsOf(latest, id, correction, said);
    var person = Person.of(resident);
    var patient = Patient.of(person, facts);
    var before = Visit.<Visit>findByIdOptional(id);
    if (before.isPresent()) {
      return repeat(before.get(), latest, patient, correction, facts);
    }
    if (read < latest.revision()) {
      return new Correcting.OutOfDate();
    }
    if (read > latest.revision()) {
      return new Correcting.RevisionUnknown();
    }
    var trip = Optional.ofNullable(facts.tripId()).flatMap(tripVersions::historyOf);
    if (trip.isEmpty() && facts.tripId() != null && !facts.tripId().equals(latest.tripId())) {
      return new Correcting.TripUnknown();
    }
    var errors =
        correction.withdrawn() ? List.<FieldError>of() : check(facts, latest, patient, trip);
    if (!errors.isEmpty()) {
      return new Correcting.Unacceptable(errors);
    }
    if (!correction.withdrawn() && Deaths.isMovedPast(latest, facts, person)) {
      return new Correcting.ResidentDeceased();
    }
    if (!facts.settlement().equals(latest.facts().settlement())
        && !caller.covers(facts.settlement())) {
      return new Correcting.PlaceNotCovered();
    }
    if (PartIds.areTaken(facts)) {
      return new Correcting.PartIdTaken();
    }
    return add(latest, resident, id, correction, patient.describedIn(facts));
  }

  private Correcting add(
      Visit latest, Resident resident, UUID id, Correction correction, VisitFacts facts) {
    var revision =
        Visit.correcting(latest, id, facts, correction, caller.id(), caller.name(), calendar.now());
    revision.persistAndFlush();
    stock.take(revision, Optional.of(latest));
    raiseAlerts.of(revision.id(), revision.revisionId());
    deaths.note(latest, revision, resident);
    tellOutcomes.ofCorrection(latest, revision);
    auditTrail.wrote(
        correction.withdrawn() ? "withdrawn" : "corrected",
        "visit",
        revision.id(),
        revision.residentId());
    return new Correcting.Done(revision);
  }

  /** A withdrawn visit says what it said; of flags that the caller may not see none is lost. */
  private VisitFacts factsOf(Visit latest, UUID id, Correction correction, VisitFacts said) {
    var recorded = latest.wholeFacts();
    if (correction.withdrawn()) {
      return OneForm.withNewParts(id, recorded);
    }
    var facts = OneForm.of(id, said);
    return knownProtection.isFor(latest)
        ? facts
        : facts.protecting(union(recorded.protection(), facts.protection()));
  }

  private static List<Protection> union(List<Protection> recorded, List<Protection> said) {
    var byFlag = new EnumMap<Protection.Flag, Protection>(Protection.Flag.class);
    said.stream().filter(one -> one.flag() != null).forEach(one -> byFlag.put(one.flag(), one));
    recorded.forEach(one -> byFlag.put(one.flag(), one));
    return List.copyOf(byFlag.values());
  }

  private Correcting repeat(
      Visit before, Visit latest, Patient patient, Correction correction, VisitFacts facts) {
    var same =
        before.id().equals(latest.id())
            && !before.isFirstRevision()
            && before.correction().equals(correction)
            && (correction.withdrawn() || patient.isRepeated(before.wholeFacts(), facts, limits));
    if (!same) {
      return new Correcting.IdTaken();
    }
    auditTrail.read("visit", before.id(), before.residentId());
    return new Correcting.DoneBefore(before);
  }

  private List<FieldError> check(
      VisitFacts facts, Visit latest, Patient patient, Optional<TripHistory> trip) {
    var medic = latest.medic();
    var errors = new ArrayList<>(VisitRules.check(facts, limits, medic.at(), calendar.now()));
    if (!facts.residentId().equals(latest.residentId())) {
      errors.add(
          new FieldError(
              "residentId",
              "not-the-same",
              "Withdraw the visit and record it for the right person."));
    }
    if (errors.isEmpty()) {
      errors.addAll(PatientRules.check(facts, patient, limits));
      errors.addAll(knownCodes.check(facts));
      errors.addAll(stock.check(facts));
      trip.filter(known -> isOfOtherTripOrDay(facts, latest))
          .map(known -> TripRules.check(facts, known, medic.name(), limits))
          .ifPresent(errors::addAll);
    }
    return errors;
  }

  private static boolean isOfOtherTripOrDay(VisitFacts facts, Visit latest) {
    return !facts.tripId().equals(latest.tripId())
        || !facts.startedOn().equals(latest.facts().startedOn());
  }
}
