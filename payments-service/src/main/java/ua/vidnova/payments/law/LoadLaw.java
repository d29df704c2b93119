package ua.vidnova.payments.law;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;

/** Loads values of law without a release: one administrator proposes, another approves. */
@ApplicationScoped
public class LoadLaw {

  private final LawRows rows;
  private final LawValues values;
  private final TransactionLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;
  private final EntityManager entities;

  @Inject
  LoadLaw(
      LawRows rows,
      LawValues values,
      TransactionLock lock,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit,
      EntityManager entities) {
    this.rows = rows;
    this.values = values;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
    this.entities = entities;
  }

  @Transactional
  public LawDecision propose(List<LawLine> lines) {
    var proposal = LawProposal.propose(caller.id(), calendar.now());
    entities.flush();
    rows.insertLines(proposal.id(), lines);
    audit.wrote("proposed", "law-values", proposal.id(), null);
    return done(proposal, lines);
  }

  /** Puts a proposal in force; corrections wait for each other. */
  @Transactional
  public LawDecision approve(UUID id) {
    lock.waitForOthersWith("law-values");
    var found = findLocked(id);
    if (found.isEmpty()) {
      return new LawDecision.NotFound();
    }
    var proposal = found.get();
    if (!proposal.isOpen()) {
      return new LawDecision.NotNow(proposal.state());
    }
    if (proposal.proposedBy().equals(caller.id())) {
      return new LawDecision.SamePerson();
    }
    var now = calendar.now();
    var correction = LawCorrectionRule.correct(rows.listLines(id), values.read(), Ids::newId);
    rows.apply(correction, id, now);
    proposal.approve(caller.id(), now);
    audit.wrote("approved", "law-values", id, null);
    return done(proposal, rows.listLines(id));
  }

  @Transactional
  public LawDecision refuse(UUID id, String reason) {
    var found = findLocked(id);
    if (found.isEmpty()) {
      return new LawDecision.NotFound();
    }
    var proposal = found.get();
    if (!proposal.isOpen()) {
      return new LawDecision.NotNow(proposal.state());
    }
    proposal.refuse(caller.id(), calendar.now(), reason);
    audit.wrote("refused", "law-values", id, null);
    return done(proposal, rows.listLines(id));
  }

  @Transactional
  public LawDecision show(UUID id) {
    return LawProposal.<LawProposal>findByIdOptional(id)
        .map(proposal -> done(proposal, rows.listLines(id)))
        .orElseGet(LawDecision.NotFound::new);
  }

  private static Optional<LawProposal> findLocked(UUID id) {
    return Optional.ofNullable(LawProposal.findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  private LawDecision done(LawProposal proposal, List<LawLine> lines) {
    if (!proposal.isOpen()) {
      return new LawDecision.Done(proposal, lines, Map.of());
    }
    var standing = values.read();
    return new LawDecision.Done(
        proposal,
        lines,
        lines.stream()
            .filter(line -> !LawCorrectionRule.changesNothing(line, standing))
            .collect(toMap(LawLine::line, line -> LawCorrectionRule.replacedBy(line, standing))));
  }
}
