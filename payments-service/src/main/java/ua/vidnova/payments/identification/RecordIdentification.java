package ua.vidnova.payments.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.identification.Identification.Appointment;
import ua.vidnova.payments.identification.Identification.Finding;
import ua.vidnova.payments.matching.MatchAwards;
import ua.vidnova.payments.resident.Resident;

/**
 * An officer's own identification of a resident of theirs. One that passed keeps awards paid, and
 * opens a case where one was suspended.
 */
@ApplicationScoped
public class RecordIdentification {

  private final MatchAwards matchAwards;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  RecordIdentification(
      MatchAwards matchAwards, Caller caller, KyivCalendar calendar, AuditTrail audit) {
    this.matchAwards = matchAwards;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /** Records one that was held, or, without a finding, one that is appointed. */
  @Transactional
  public IdentificationOutcome record(
      UUID residentId, Appointment appointment, Optional<Finding> finding) {
    if (!isCovered(residentId)) {
      return new IdentificationOutcome.NotFound();
    }
    var identification = Identification.of(residentId, appointment, caller.id(), calendar.now());
    finding.ifPresent(found -> identification.decide(found, caller.id(), calendar.now()));
    identification.persist();
    return keep(identification, finding.isPresent() ? "identified" : "appointed");
  }

  /** Says what came of one that was appointed. */
  @Transactional
  public IdentificationOutcome decide(UUID identificationId, Finding finding) {
    var found =
        Identification.findLocked(identificationId).filter(one -> isCovered(one.residentId()));
    if (found.isEmpty()) {
      return new IdentificationOutcome.NotFound();
    }
    if (found.get().isDecided()) {
      return new IdentificationOutcome.DecidedBefore();
    }
    found.get().decide(finding, caller.id(), calendar.now());
    return keep(found.get(), "identified");
  }

  /** Whether a resident lives within the caller's territories. */
  public boolean isCovered(UUID residentId) {
    return Resident.<Resident>findByIdOptional(residentId)
        .map(Resident::person)
        .filter(person -> person.settlement() != null && caller.covers(person.settlement()))
        .isPresent();
  }

  private IdentificationOutcome keep(Identification identification, String action) {
    if (identification.result() == Result.PASSED) {
      matchAwards.matchResident(Resident.getOrMakeLocked(identification.residentId()));
    }
    audit.wrote(action, "identification", identification.id(), identification.residentId());
    return new IdentificationOutcome.Kept(identification);
  }
}
