package ua.vidnova.payments.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.SuspensionGround;
import ua.vidnova.payments.overlap.Overlap.Period;
import ua.vidnova.payments.resumption.Resumption;
import ua.vidnova.payments.run.ReadyInstructions;
import ua.vidnova.payments.run.RunLock;
import ua.vidnova.payments.suspension.AwardsOfCaller;
import ua.vidnova.payments.suspension.SuspendAwards;

/**
 * Two people find that the owner of an award receives a Russian pension. What one proposes is paid
 * to nobody until it is decided: what no partner has of its months is withdrawn, and runs hold
 * them. Once another approves it, its months are not due any more, nor is what comes back of them,
 * and one that lasts suspends the award; what was paid for them is shown for people to settle,
 * never taken back by itself.
 */
@ApplicationScoped
public class DecideOverlap {

  private static final String OBJECT = "overlap";

  private final AwardsOfCaller awards;
  private final SuspendAwards suspendAwards;
  private final RunLock runLock;
  private final ReadyInstructions instructions;
  private final OverlapUnits units;
  private final Outbox outbox;
  private final EntityManager entities;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  DecideOverlap(
      AwardsOfCaller awards,
      SuspendAwards suspendAwards,
      RunLock runLock,
      ReadyInstructions instructions,
      OverlapUnits units,
      Outbox outbox,
      EntityManager entities,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.awards = awards;
    this.suspendAwards = suspendAwards;
    this.runLock = runLock;
    this.instructions = instructions;
    this.units = units;
    this.outbox = outbox;
    this.entities = entities;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public OverlapOutcome propose(UUID awardId, Period period, String source) {
    runLock.takeAlone();
    return awards
        .findLocked(awardId)
        .map(award -> propose(award, period, source))
        .orElseGet(OverlapOutcome.NotFound::new);
  }

  private OverlapOutcome propose(Award award, Period period, String source) {
    if (Resumption.isProposedOf(award.id())) {
      return new OverlapOutcome.CaseProposed();
    }
    if (meetsRecorded(award, period)
        || OverlapProposal.listWaiting(award.id()).stream()
            .anyMatch(waiting -> waiting.period().meets(period))) {
      return new OverlapOutcome.MeetsAnother();
    }
    var proposal = OverlapProposal.of(award.id(), period, source, caller.id(), calendar.now());
    proposal.persistAndFlush();
    withdraw(award, period);
    audit.wrote("proposed", OBJECT, proposal.id(), award.residentId());
    return new OverlapOutcome.Proposal(proposal);
  }

  private static boolean meetsRecorded(Award award, Period period) {
    return Overlap.listOf(List.of(award.id())).stream()
        .anyMatch(known -> known.period().meets(period));
  }

  private void withdraw(Award award, Period period) {
    var last = period.to() == null ? YearMonth.from(calendar.today()) : period.to();
    var withdrawn =
        instructions.withdraw(
            List.of(award.id()), period.from(), last, SuspensionGround.RUSSIAN_PENSION.name());
    outbox.appendAll(
        withdrawn.stream()
            .map(one -> new InstructionNotDue(one.instructionId(), award.id(), one.residentId()))
            .toList());
  }

  /** The second person's step: the months are owed no more. */
  @Transactional
  public OverlapOutcome approve(UUID id) {
    runLock.takeAlone();
    return decide(id, this::approve);
  }

  private OverlapOutcome approve(OverlapProposal proposal, Award award) {
    if (proposal.proposedBy().equals(caller.id())) {
      return new OverlapOutcome.SamePerson();
    }
    if (Resumption.isProposedOf(award.id())) {
      return new OverlapOutcome.CaseProposed();
    }
    if (meetsRecorded(award, proposal.period())) {
      return new OverlapOutcome.MeetsAnother();
    }
    proposal.approve(caller.id(), calendar.now());
    entities.flush();
    var overlap = Overlap.of(proposal, calendar.now());
    overlap.persistAndFlush();
    units.oweNoMore(List.of(award.id()));
    if (overlap.isLasting()) {
      suspendAwards.suspend(
          List.of(award.id()), SuspensionGround.RUSSIAN_PENSION, calendar.today(), null);
    }
    audit.wrote("approved", OBJECT, overlap.id(), award.residentId());
    return new OverlapOutcome.Kept(overlap);
  }

  /** Its months go on being paid. Whoever proposed it takes it back so. */
  @Transactional
  public OverlapOutcome refuse(UUID id) {
    return decide(
        id,
        (proposal, award) -> {
          proposal.refuse(caller.id(), calendar.now());
          audit.wrote("refused", OBJECT, proposal.id(), award.residentId());
          return new OverlapOutcome.Proposal(proposal);
        });
  }

  private OverlapOutcome decide(
      UUID id, BiFunction<OverlapProposal, Award, OverlapOutcome> decision) {
    var proposal = OverlapProposal.<OverlapProposal>findByIdOptional(id);
    var award = proposal.flatMap(found -> awards.findLocked(found.awardId()));
    if (award.isEmpty()) {
      return new OverlapOutcome.NotFound();
    }
    entities.refresh(proposal.get());
    return proposal.get().isWaiting()
        ? decision.apply(proposal.get(), award.get())
        : new OverlapOutcome.NotNow(proposal.get().state());
  }
}
