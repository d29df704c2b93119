package ua.vidnova.registry.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.cases.CaseRules.Verdict;
import ua.vidnova.registry.cases.document.CaseDocument;

/** Takes a case to its next state. */
@ApplicationScoped
public class MoveCase {

  private final CaseReach reach;
  private final CaseFiles files;
  private final KyivCalendar calendar;
  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  MoveCase(
      CaseReach reach,
      CaseFiles files,
      KyivCalendar calendar,
      Caller caller,
      AuditTrail auditTrail) {
    this.reach = reach;
    this.files = files;
    this.calendar = calendar;
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /**
   * Moves the case, or says why not.
   *
   * @param readVersion the version that the caller has read; empty when they do not care
   */
  @Transactional
  public TransitionOutcome move(UUID caseId, TransitionRequest asked, OptionalLong readVersion) {
    var found = reach.findLocked(caseId);
    if (found.isEmpty()) {
      return new TransitionOutcome.NotFound();
    }
    var moving = found.get();
    return readVersion.isPresent() && readVersion.getAsLong() != moving.version()
        ? new TransitionOutcome.ChangedMeanwhile()
        : move(files.of(moving), asked);
  }

  private TransitionOutcome move(CaseFile file, TransitionRequest asked) {
    var move = asked.move(calendar.today());
    var kinds = move.withoutDocuments().stream().toList();
    var unknown =
        IntStream.range(0, kinds.size())
            .filter(index -> file.service().findDocument(kinds.get(index)).isEmpty())
            .findFirst();
    if (unknown.isPresent()) {
      return new TransitionOutcome.UnknownDocument(unknown.getAsInt());
    }
    return switch (CaseRules.examine(standing(file), move, calendar.today())) {
      case Verdict.Allowed() -> new TransitionOutcome.Moved(apply(file, move, asked));
      case Verdict.NotFromHere(var next) -> new TransitionOutcome.NotFromHere(next);
      case Verdict.DocumentsMissing(var missing) -> new TransitionOutcome.DocumentsMissing(missing);
      case Verdict.NoteMissing() -> new TransitionOutcome.NoteMissing();
      case Verdict.ImpossibleDay() -> new TransitionOutcome.ImpossibleDay();
    };
  }

  private static CaseRules.Standing standing(CaseFile file) {
    return new CaseRules.Standing(
        file.serviceCase().state(),
        file.transitions().getLast().occurredOn(),
        file.service().mandatoryKinds(),
        file.documents().stream().map(CaseDocument::kind).toList());
  }

  private CaseFile apply(CaseFile file, CaseRules.Move move, TransitionRequest asked) {
    var moving = file.serviceCase();
    CaseTransition.step(
        moving,
        move,
        new CaseTransition.Recorder(
            caller.id(), caller.name(), calendar.now(), asked.deviceTime()));
    moving.moveTo(move.to());
    ServiceCase.flush();
    var moved = files.of(moving);
    auditTrail.wrote(actionOf(move.to()), "case", moving.id(), moving.residentId());
    return moved;
  }

  private static String actionOf(CaseState to) {
    return switch (to) {
      case SUBMITTED -> "submitted";
      case WAITING_FOR_DOCUMENTS -> "asked-for-documents";
      case AT_COMPETENT_BODY -> "sent-to-competent-body";
      case DECIDED -> "decided";
      case HANDED_OVER -> "handed-over";
      case REFUSED -> "refused";
    };
  }
}
