package ua.vidnova.registry.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.services.OfferedService;
import ua.vidnova.registry.services.ServiceCatalogue;

/** Takes an application, once, and fixes its deadline by the law of that day. */
@ApplicationScoped
public class SubmitCase {

  private final ServiceCatalogue catalogue;
  private final CaseReach reach;
  private final CaseFiles files;
  private final CaseConfig config;
  private final KyivCalendar calendar;
  private final Caller caller;
  private final Outbox outbox;
  private final AuditTrail auditTrail;
  private final TransactionLock lock;

  @Inject
  SubmitCase(
      ServiceCatalogue catalogue,
      CaseReach reach,
      CaseFiles files,
      CaseConfig config,
      KyivCalendar calendar,
      Caller caller,
      Outbox outbox,
      AuditTrail auditTrail,
      TransactionLock lock) {
    this.catalogue = catalogue;
    this.reach = reach;
    this.files = files;
    this.config = config;
    this.calendar = calendar;
    this.caller = caller;
    this.outbox = outbox;
    this.auditTrail = auditTrail;
    this.lock = lock;
  }

  /** Takes the application, or says why not; a refusal leaves nothing behind. */
  @Transactional
  public SubmissionOutcome submit(CaseRequest stated) {
    return Optional.ofNullable(stated.id())
        .flatMap(id -> answerToRepeated(id, stated))
        .orElseGet(() -> submitNew(stated));
  }

  private Optional<SubmissionOutcome> answerToRepeated(UUID id, CaseRequest stated) {
    lock.waitForOthersWith(id.toString());
    return ServiceCase.findCase(id)
        .map(
            known ->
                isSame(known, stated) && reach.covers(known)
                    ? showAgain(known)
                    : new SubmissionOutcome.IdInUse());
  }

  private SubmissionOutcome showAgain(ServiceCase known) {
    var file = files.of(known);
    auditTrail.read("case", known.id(), known.residentId());
    return new SubmissionOutcome.SubmittedBefore(file);
  }

  private static boolean isSame(ServiceCase known, CaseRequest stated) {
    return known.service().equals(stated.service())
        && known.residentId().equals(stated.residentId())
        && (stated.submittedOn() == null || stated.submittedOn().equals(known.submittedOn()));
  }

  private SubmissionOutcome submitNew(CaseRequest stated) {
    var errors = new ArrayList<FieldError>();
    if (stated.id() != null && !Ids.isTimeOrdered(stated.id())) {
      errors.add(new FieldError("id", "not-uuid-v7", "Make a UUID version 7."));
    }
    var submittedOn = stated.submittedOn() == null ? calendar.today() : stated.submittedOn();
    checkDay(submittedOn).ifPresent(errors::add);
    var service = catalogue.find(stated.service(), submittedOn);
    service
        .map(offered -> checkEquipment(offered, stated))
        .orElseGet(() -> Optional.of(notOffered()))
        .ifPresent(errors::add);
    var applicant = reach.findApplicant(stated.residentId());
    checkApplicant(applicant).ifPresent(errors::add);
    return errors.isEmpty()
        ? new SubmissionOutcome.Submitted(
            enter(stated, service.orElseThrow(), applicant.orElseThrow(), submittedOn))
        : new SubmissionOutcome.NotAcceptable(List.copyOf(errors));
  }

  private Optional<FieldError> checkDay(LocalDate submittedOn) {
    var today = calendar.today();
    if (submittedOn.isAfter(today)) {
      return Optional.of(new FieldError("submittedOn", "in-the-future", "Give the day it was."));
    }
    return submittedOn.isBefore(today.minusDays(config.submittedDaysAgoMax()))
        ? Optional.of(new FieldError("submittedOn", "too-long-ago", "Submit it anew, as of today."))
        : Optional.empty();
  }

  private static Optional<FieldError> checkEquipment(OfferedService service, CaseRequest stated) {
    return service.needsSpecialEquipment() && !stated.specialEquipmentAtHand()
        ? Optional.of(
            new FieldError(
                "specialEquipmentAtHand",
                "special-equipment-needed",
                "Book a visit of a brigade that carries the equipment."))
        : Optional.empty();
  }

  private static FieldError notOffered() {
    return new FieldError("service", "not-offered", "Take a code that was offered on that day.");
  }

  private static Optional<FieldError> checkApplicant(Optional<Resident> applicant) {
    if (applicant.isEmpty()) {
      return Optional.of(
          new FieldError("residentId", "unknown-resident", "Register the applicant first."));
    }
    if (applicant.get().listedIn().isPresent()) {
      return Optional.of(
          new FieldError("residentId", "only-listed", "Identify the applicant: register them."));
    }
    return applicant.get().lifeState().isDead()
        ? Optional.of(
            new FieldError("residentId", "deceased", "Name who applies, not whom it is about."))
        : Optional.empty();
  }

  private CaseFile enter(
      CaseRequest stated, OfferedService service, Resident applicant, LocalDate submittedOn) {
    var submitted =
        ServiceCase.submit(
            stated.id() == null ? Ids.newId() : stated.id(),
            service,
            applicant,
            submittedOn,
            catalogue.deadline(service, submittedOn));
    CaseTransition.submission(
        submitted,
        stated.note(),
        new CaseTransition.Recorder(
            caller.id(), caller.name(), calendar.now(), stated.deviceTime()));
    if (service.tellsPayments()) {
      outbox.append(PensionApplicationSubmitted.of(submitted));
    }
    var file = files.of(submitted);
    auditTrail.wrote("submitted", "case", submitted.id(), submitted.residentId());
    return file;
  }
}
