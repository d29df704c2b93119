package ua.vidnova.payments.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.SuspensionGround;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.overlap.Overlap.Period;
import ua.vidnova.payments.resumption.Resumption;
import ua.vidnova.payments.run.ReadyInstructions;
import ua.vidnova.payments.run.RunLock;
import ua.vidnova.payments.suspension.AwardsOfCaller;
import ua.vidnova.payments.suspension.SuspendAwards;

/**
 * An officer records that the owner of an award receives a Russian pension. One that lasts suspends
 * the award; its months that no partner has are not due any more, nor is what comes back of them;
 * what was paid for them is shown for people to settle, never taken back by itself.
 */
@ApplicationScoped
public class RecordOverlap {

  private final AwardsOfCaller awards;
  private final SuspendAwards suspendAwards;
  private final RunLock runLock;
  private final LegalTerms law;
  private final ReadyInstructions instructions;
  private final OverlapUnits units;
  private final Outbox outbox;
  private final EntityManager entities;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  RecordOverlap(
      AwardsOfCaller awards,
      SuspendAwards suspendAwards,
      RunLock runLock,
      LegalTerms law,
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
    this.law = law;
    this.instructions = instructions;
    this.units = units;
    this.outbox = outbox;
    this.entities = entities;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public OverlapOutcome record(UUID awardId, Period period, String source) {
    runLock.takeAlone();
    return awards
        .findLocked(awardId)
        .map(award -> record(award, period, source))
        .orElseGet(OverlapOutcome.NotFound::new);
  }

  /** Says which month was the last. The award stays suspended until two people resume it. */
  @Transactional
  public OverlapOutcome end(UUID overlapId, YearMonth last) {
    runLock.takeAlone();
    var overlap = Overlap.<Overlap>findByIdOptional(overlapId);
    var award = overlap.flatMap(found -> awards.findLocked(found.awardId()));
    if (award.isEmpty()) {
      return new OverlapOutcome.NotFound();
    }
    entities.refresh(overlap.get());
    if (!overlap.get().isLasting()) {
      return new OverlapOutcome.EndedBefore();
    }
    if (last.isBefore(overlap.get().period().from())) {
      return new OverlapOutcome.EndsTooEarly();
    }
    overlap.get().end(last, caller.id(), calendar.now());
    units.oweNoMore(List.of(award.get().id()));
    audit.wrote("ended", "overlap", overlapId, award.get().residentId());
    return new OverlapOutcome.Kept(overlap.get());
  }

  private OverlapOutcome record(Award award, Period period, String source) {
    if (Resumption.isProposedOf(award.id())) {
      return new OverlapOutcome.CaseProposed();
    }
    if (Overlap.listOf(List.of(award.id())).stream()
        .anyMatch(known -> known.period().meets(period))) {
      return new OverlapOutcome.MeetsAnother();
    }
    var overlap = Overlap.record(award.id(), period, source, caller.id(), calendar.now());
    entities.flush();
    if (law.read().on(calendar.today(), TermCode.OVERLAP_MONTHS_OWED).value() == 0) {
      oweNoMore(award, period);
    }
    if (overlap.isLasting()) {
      suspendAwards.suspend(
          List.of(award.id()), SuspensionGround.RUSSIAN_PENSION, calendar.today(), null);
    }
    audit.wrote("recorded", "overlap", overlap.id(), award.residentId());
    return new OverlapOutcome.Kept(overlap);
  }

  private void oweNoMore(Award award, Period period) {
    var last = period.to() == null ? YearMonth.from(calendar.today()) : period.to();
    var withdrawn =
        instructions.withdraw(
            List.of(award.id()), period.from(), last, SuspensionGround.RUSSIAN_PENSION.name());
    units.oweNoMore(List.of(award.id()));
    outbox.appendAll(
        withdrawn.stream()
            .map(one -> new InstructionNotDue(one.instructionId(), award.id(), one.residentId()))
            .toList());
  }
}
