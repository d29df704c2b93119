package ua.vidnova.registry.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.evidence.Provenance;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentReach;
import ua.vidnova.registry.review.OpenQuestion;
import ua.vidnova.registry.review.OpenQuestion.Closing;

/** Takes a person's answer to an open question; the answer is a statement like any other. */
@ApplicationScoped
public class AnswerQuestion {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final ResidentReach reach;
  private final NumberOwners numberOwners;
  private final FactsReader reader;
  private final FollowStatements followStatements;
  private final AuditTrail auditTrail;

  @Inject
  AnswerQuestion(
      Caller caller,
      KyivCalendar calendar,
      ResidentReach reach,
      NumberOwners numberOwners,
      FactsReader reader,
      FollowStatements followStatements,
      AuditTrail auditTrail) {
    this.caller = caller;
    this.calendar = calendar;
    this.reach = reach;
    this.numberOwners = numberOwners;
    this.reader = reader;
    this.followStatements = followStatements;
    this.auditTrail = auditTrail;
  }

  /**
   * Answers a question.
   *
   * @param accepted whether the statement in question counts from now on
   */
  @Transactional
  public AnswerOutcome answer(UUID questionId, boolean accepted, String reason) {
    return OpenQuestion.findQuestion(questionId)
        .map(OpenQuestion::residentId)
        .flatMap(reach::findLocked)
        .map(resident -> answer(resident, questionId, accepted, reason))
        .orElseGet(AnswerOutcome.NotFound::new);
  }

  private AnswerOutcome answer(
      Resident resident, UUID questionId, boolean accepted, String reason) {
    var question = OpenQuestion.findQuestion(questionId).orElseThrow();
    OpenQuestion.getEntityManager().refresh(question);
    if (!question.isOpen()) {
      return new AnswerOutcome.ClosedAlready();
    }
    if (accepted && !question.kind().canBeAccepted()) {
      return new AnswerOutcome.CannotBeTrue();
    }
    var answer =
        new StatedFact(
            Ids.newId(),
            new Fact.Answer(questionId, question.statementId(), accepted, reason),
            EvidenceLevel.WITNESS,
            false,
            null,
            calendar.now(),
            false);
    reader.keepRegistered(resident);
    var all = new ArrayList<>(reader.read(resident));
    all.add(answer);
    var owner = numberOwners.find(resident, KnownFacts.of(all));
    if (owner.isPresent()) {
      return new AnswerOutcome.NumberInUse(owner.flatMap(reach::nameable));
    }
    keep(resident, question, answer, accepted);
    return new AnswerOutcome.Answered(questionId, resident.id(), resident.lifeState());
  }

  private void keep(Resident resident, OpenQuestion question, StatedFact answer, boolean accepted) {
    var json = reader.write(answer.fact());
    Statement.add(
        answer.statementId(),
        resident.id(),
        null,
        answer.fact().kind(),
        json,
        json,
        new Statement.Grounds(answer.level(), null, null),
        new Provenance(
            Provenance.Source.REGISTRAR, caller.id(), caller.name(), answer.recordedAt(), null));
    question.close(
        accepted ? Closing.ACCEPTED : Closing.KEPT, caller.id(), caller.name(), calendar.now());
    followStatements.follow(resident);
    auditTrail.wrote("question-answered", "resident", resident.id(), resident.id());
  }
}
